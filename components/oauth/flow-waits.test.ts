import { expect, test } from 'vitest'
import { askAgainIn, secondsLeft } from './flow-waits'
import { callbackWith, exchangeOf, flowWith } from './test-flow'

test('a sign-in waits for five minutes, as in Dify', () => {
  expect(secondsLeft(flowWith(), 0)).toBe(300)
  expect(secondsLeft(flowWith(), 299_001)).toBe(1)
  expect(secondsLeft(flowWith(), 300_000)).toBe(0)
  expect(askAgainIn(flowWith(), 300_000)).toBe(false)
})

test('nothing waits without a sign-in, with a code, or once it was exchanged', () => {
  expect(secondsLeft(undefined, 0)).toBeUndefined()
  expect(secondsLeft(flowWith({ authorization: undefined }), 0)).toBeUndefined()
  expect(secondsLeft(flowWith({ callback: callbackWith('••••••') }), 0)).toBeUndefined()
  expect(secondsLeft(flowWith({ callback: callbackWith(), exchanges: [exchangeOf('exchange')] }), 0)).toBeUndefined()
})

test('an answer to another sign-in leaves this one waiting, asked for less often', () => {
  const waiting = askAgainIn(flowWith(), 0)
  expect(askAgainIn(flowWith({ callback: callbackWith() }), 0)).toBeGreaterThan(Number(waiting))
})

test('what was answered waits no longer, with a code or without', () => {
  const state = { name: 'state', value: 'ours', from: 'standard' } as const
  const flow = flowWith({
    authorization: { at: 0, url: 'https://example.com/authorize?state=ours', parameters: [state], remarks: [] },
  })
  const came = (value: string) => ({ ...callbackWith(), parameters: [{ name: 'state', value }] })
  expect(secondsLeft({ ...flow, callback: came('ours') }, 0)).toBeUndefined()
  expect(secondsLeft({ ...flow, callback: came('another') }, 0)).toBe(300)
})
