import { beforeEach, expect, it, vi } from 'vitest'
import { database } from './database'
import { overLimit, rateLimits } from './limits'
import { takeRate } from './rate'
import { takeRateHere } from './rate-here'
import { describeOnDatabases, emptyDatabase } from './test-database'

const { saves, signIns } = rateLimits

it('lets an editor save each second for hours, and twenty behind one address', async () => {
  vi.useFakeTimers()
  try {
    for (let second = 0; second < 2 * 3600; second += 1) {
      vi.advanceTimersByTime(1000)
      for (let editor = 0; editor < 20; editor += 1) {
        const doing = { account: `editor ${editor}`, network: '192.0.2.1' }
        if (await overLimit('saves', doing)) throw new Error(`Editor ${editor} was refused after ${second} seconds.`)
      }
    }
  } finally {
    vi.useRealTimers()
  }
})

it('refuses an account that saves too often, with the figures and how long to wait, and nobody else', async () => {
  for (let count = 0; count < saves.account; count += 1)
    expect(await overLimit('saves', { account: 'greedy', network: '192.0.2.2' })).toBeUndefined()
  expect(await overLimit('saves', { account: 'greedy', network: '192.0.2.3' })).toEqual({
    message: expect.stringMatching(
      /^Wait (a second|\d+ seconds): one account may save 12,000 times a minute, one network 60,000 times\.$/,
    ) as string,
    seconds: expect.any(Number) as number,
  })
  expect(await overLimit('saves', { account: 'modest', network: '192.0.2.2' })).toBeUndefined()
})

it('counts bytes as bytes', async () => {
  const send = (weight: number) => overLimit('savedBytes', { account: 'heavy', weight })
  expect(await send(rateLimits.savedBytes.account)).toBeUndefined()
  expect((await send(1))?.message).toBe(
    'Wait 15 minutes: one account may send 1,024 MiB in 15 minutes, one network 8,192 MiB.',
  )
})

it('begins anew when the window ends', () => {
  expect(takeRateHere('window', 1, 1, 0)).toEqual({ count: 1, seconds: 60 })
  expect(takeRateHere('window', 1, 2, 30_000)).toEqual({ count: 3, seconds: 30 })
  expect(takeRateHere('window', 1, 1, 60_000)).toEqual({ count: 1, seconds: 60 })
})

it('does not remember more windows than it can hold', () => {
  for (let each = 0; each < 20_000; each += 1) takeRateHere(`flood ${each}`, 1, 1, 0)
  expect(takeRateHere('flood 19999', 1, 1, 1).count).toBe(2)
  expect(takeRateHere('flood 0', 1, 1, 1).count).toBe(1)
})

describeOnDatabases('limits that all processes count together', () => {
  beforeEach(async () => void (await emptyDatabase()))

  it('refuse a network that signs in too often, and say when it may again', async () => {
    const doing = { network: '192.0.2.9' }
    expect(await overLimit('signIns', doing)).toBeUndefined()
    await (await database()).rateCount.updateMany({ data: { count: signIns.network } })
    expect(await overLimit('signIns', doing)).toEqual({
      message: 'Wait 15 minutes: one network may sign in or make an account 500 times in 15 minutes.',
      seconds: expect.any(Number) as number,
    })
    expect(await overLimit('signIns', { network: '192.0.2.10' })).toBeUndefined()
  })

  it('give the seconds until the window ends, never more than the window, and count a weight', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const { count, seconds } = await takeRate(`weighed ${turn}`, 15, 7)
      expect({ count, within: seconds > 890 && seconds <= 900 }).toEqual({ count: 7, within: true })
    }
    expect(await takeRate('weighed 0', 15)).toMatchObject({ count: 8 })
  })

  it('keep nothing of an address in the database', async () => {
    await overLimit('guests', { network: '192.0.2.9' })
    expect(JSON.stringify(await (await database()).rateCount.findMany())).not.toContain('192.0.2')
  })
})
