import { afterEach, expect, test, vi } from 'vitest'
import { livingTabs, openTab } from './tab'

/** Locks as browsers have them, as far as they are asked here. */
function locks() {
  const held = new Map<string, Promise<unknown>>()
  return {
    request(name: string, options: { signal: AbortSignal } | (() => unknown), callback?: () => unknown) {
      const run = typeof options === 'function' ? options : (callback ?? (() => undefined))
      const aborted =
        typeof options === 'function'
          ? new Promise<never>(() => {})
          : new Promise<never>((_, refuse) => options.signal.addEventListener('abort', () => refuse(new Error())))
      const free = Promise.race([held.get(name), aborted])
      const running = free.then(run)
      if (typeof options === 'function') held.set(name, running)
      return running
    },
    query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })) }),
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  sessionStorage.clear()
})

function browser() {
  const patience = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  vi.stubGlobal('navigator', { locks: locks() })
  return { loseHope: () => patience.abort() }
}

test('a reload comes after the page before it, once that is gone', async () => {
  browser()
  const first = openTab('p1')
  first.remember()
  expect(await first.before).toBeUndefined()
  const second = openTab('p1')
  first.release()
  expect(await second.before).toBe(first.tab)
  expect((await livingTabs())(second.tab)).toBe(true)
})

test('a duplicated tab comes after nobody: its original lives', async () => {
  const { loseHope } = browser()
  const original = openTab('p1')
  original.remember()
  const duplicate = openTab('p1')
  loseHope()
  expect(await duplicate.before).toBeUndefined()
})

test('another plugin in the same tab is another story', async () => {
  browser()
  openTab('p1').remember()
  expect(await openTab('p2').before).toBeUndefined()
})
