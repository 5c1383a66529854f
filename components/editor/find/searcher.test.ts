import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Query } from '@/lib/plugin/find/search-pattern'
import { createSearcher } from './searcher'

/** A worker that answers all but the expression `hang`, behind which everything else waits. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = []
  ended = false
  private hangs = false
  constructor() {
    super()
    FakeWorker.made.push(this)
  }
  postMessage({ turn, query }: { turn: number; query: Query }) {
    this.hangs ||= query.words === 'hang'
    if (this.hangs) return
    const data = { turn, ok: true, hits: [], more: false }
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })))
  }
  terminate() {
    this.ended = true
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', FakeWorker)
  FakeWorker.made = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const query = (words: string): Query => ({ words, matchCase: false, wholeWord: false, regex: true })
const none = new Map<string, string>()

test('one worker answers search after search', async () => {
  const searcher = createSearcher()
  expect(await searcher.find(none, query('a'))).toMatchObject({ ok: true })
  expect(await searcher.find(none, query('b'))).toMatchObject({ ok: true })
  expect(FakeWorker.made).toHaveLength(1)
  searcher.stop()
  expect(FakeWorker.made[0]?.ended).toBe(true)
})

test('an expression that does not end is ended after three seconds', async () => {
  const found = createSearcher().find(none, query('hang'))
  await vi.advanceTimersByTimeAsync(3000)
  expect(await found).toEqual({ ok: false, reason: expect.stringContaining('did not end in 3 seconds') })
  expect(FakeWorker.made[0]?.ended).toBe(true)
})

test('a new search does not wait behind one that does not end', async () => {
  const searcher = createSearcher()
  void searcher.find(none, query('hang'))
  expect(await searcher.find(none, query('fine'))).toMatchObject({ ok: true })
  expect(FakeWorker.made.map(({ ended }) => ended)).toEqual([true, false])
})

test('a search does not end a replacement', async () => {
  const searcher = createSearcher()
  let replaced = false
  void searcher.replace(none, query('hang'), '', []).then(() => (replaced = true))
  await searcher.find(none, query('fine'))
  expect(replaced).toBe(false)
  expect(FakeWorker.made[0]?.ended).toBe(false)
})
