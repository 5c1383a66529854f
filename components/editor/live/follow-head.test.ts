import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeFile, type Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { followHead } from './follow-head'

const asked: string[] = []
let answer: (since: string) => Response | Promise<Response>

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return answer(url.slice(url.indexOf('since=') + 6))
  })
})
afterEach(() => vi.unstubAllGlobals())

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

function open() {
  const files: Files = new Map([
    ['a.txt', 'one\ntwo\nthree\n'],
    ['b.txt', 'b\n'],
  ])
  const store = createStore({ files, revision: 'r1', place: { file: 'a.txt', code: 'a.txt', at: [] } })
  const seen: string[][] = []
  const head = followHead(store, 'p1', (before, after) =>
    seen.push([...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)),
  )
  const text = () => store.get().files.get('a.txt')
  return { store, head, seen, text }
}

const theirs =
  (text: string, revision = 'r2') =>
  () =>
    Response.json({ revision, changes: [{ path: 'a.txt', text }] })

test('what others saved comes in below what is not saved, and is no step of undo', async () => {
  const { store, head, seen, text } = open()
  store.change('Edit', (files) => writeFile(files, 'a.txt', 'one\ntwo\nthree, mine\n'))
  answer = theirs('one, theirs\ntwo\nthree\n')
  head.to('r2')
  await settled()
  expect(asked).toEqual(['/api/projects/p1/files?since=r1'])
  expect(text()).toBe('one, theirs\ntwo\nthree, mine\n')
  expect(store.get().saved.revision).toBe('r2')
  expect(seen).toEqual([['a.txt']])
  expect(store.get().undo.map(({ label }) => label)).toEqual(['Edit'])
})

test('an own save, and an event that is older than what is here, change nothing', async () => {
  const { store, head, text } = open()
  head.to('r1')
  await settled()
  expect(asked).toEqual([])
  answer = () => Response.json({ revision: 'r1', changes: [] })
  head.to('r0')
  await settled()
  expect([asked.length, text(), store.get().saved.revision]).toEqual([1, 'one\ntwo\nthree\n', 'r1'])
})

test('a save that is on its way is waited for: its answer may tell it all', async () => {
  const { store, head, text } = open()
  answer = theirs('theirs\n')
  store.note({ sending: store.get().files })
  head.to('r2')
  await settled()
  expect(asked).toEqual([])
  store.note({ sending: undefined })
  await settled()
  expect(text()).toBe('theirs\n')
})

test('a save whose answer tells of the revision that was heard of asks for nothing', async () => {
  const { store, head } = open()
  store.change('Edit', (files) => writeFile(files, 'a.txt', 'mine\n'))
  store.note({ sending: store.get().files })
  head.to('r2')
  store.note({ sending: undefined })
  store.absorb(store.get().files, { revision: 'r2', files: store.get().files })
  await settled()
  expect(asked).toEqual([])
})

test('the same lines are left to the save, which shows both sides', async () => {
  const { store, head, text } = open()
  store.change('Edit', (files) => writeFile(files, 'a.txt', 'mine\ntwo\nthree\n'))
  answer = theirs('theirs\ntwo\nthree\n')
  head.to('r2')
  await settled()
  expect([text(), store.get().saved.revision]).toEqual(['mine\ntwo\nthree\n', 'r1'])
})

test('what does not arrive is asked for again by itself', async () => {
  vi.useFakeTimers()
  const { head, text } = open()
  answer = () => Promise.reject(new TypeError('no network'))
  head.to('r2')
  await vi.advanceTimersByTimeAsync(100)
  answer = theirs('theirs\n')
  await vi.advanceTimersByTimeAsync(4_100)
  vi.useRealTimers()
  expect(text()).toBe('theirs\n')
  head.stop()
})

test('an own save after that asks for nothing', async () => {
  const { store, head } = open()
  answer = theirs('theirs\n')
  head.to('r2')
  await settled()
  asked.length = 0
  store.note({ sending: store.get().files })
  store.note({ sending: undefined })
  store.absorb(store.get().files, { revision: 'r3', files: store.get().files })
  await settled()
  expect(asked).toEqual([])
})

test('what does not arrive is asked for again with the next sign of it', async () => {
  const { head, text } = open()
  answer = () => Promise.reject(new TypeError('no network'))
  head.to('r2')
  await settled()
  answer = theirs('theirs\n')
  head.to('r2')
  await settled()
  expect(text()).toBe('theirs\n')
})

test('a change that was saved by another while the answer came is asked for on the new base', async () => {
  const { store, head, text } = open()
  answer = (since) => {
    if (since !== 'r1') return theirs('four\n', 'r3')()
    store.absorb(store.get().files, { revision: 'r2', files: store.get().files })
    return theirs('stale\n', 'r2')()
  }
  head.to('r3')
  await settled()
  expect([text(), store.get().saved.revision]).toEqual(['four\n', 'r3'])
})
