import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepBeating } from './keep-beating'

let answer: () => Response
let beats = 0

beforeEach(() => {
  vi.useFakeTimers()
  beats = 0
  answer = () => Response.json({ you: 'me', revision: 'r1', role: 'edit', people: [] })
  vi.stubGlobal('fetch', async (_url: string, { method }: RequestInit) => {
    if (method === 'POST') beats += 1
    return answer()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const tick = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

function beating() {
  const carried = { now: false }
  const place = () => ({ file: 'a.txt', at: '' })
  const of = { projectId: 'p1', tab: 't1', place, hear: () => {}, onYou: () => {} }
  return { carried, ...keepBeating({ ...of, isCarried: () => carried.now }) }
}

test('a tab that a stream speaks for says only where it moves', async () => {
  const { carried, soon, stop } = beating()
  await tick(4_100)
  expect(beats).toBe(2)
  carried.now = true
  await tick(40_000)
  expect(beats).toBe(2)
  soon()
  await tick(400)
  expect(beats).toBe(3)
  carried.now = false
  await tick(4_100)
  expect(beats).toBe(4)
  stop()
})

test('a tab that the server has not heard of goes on saying that it is here', async () => {
  answer = () => new Response('{}', { status: 503 })
  const { carried, stop } = beating()
  carried.now = true
  await tick(100)
  const before = beats
  await tick(8_100)
  expect(beats).toBe(before + 2)
  stop()
})
