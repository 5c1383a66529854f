import { afterEach, expect, test, vi } from 'vitest'
import { writeFile, type Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import type { JournalEntry } from './journal'
import { keepJournal } from './keep-journal'

let left: JournalEntry[] = []
const writes: { entry: JournalEntry; done: () => void; fail: (error: Error) => void }[] = []

vi.mock('./journal', async (original) => ({
  ...(await original<object>()),
  leftBehind: () => Promise.resolve(left),
  dropEntry: () => Promise.resolve(),
  writeEntry: (entry: JournalEntry) => new Promise<void>((done, fail) => writes.push({ entry, done, fail })),
}))

let stop = () => {}
afterEach(() => {
  stop()
  for (const { done } of writes.splice(0)) done()
})

function open() {
  const files: Files = new Map([['a.txt', 'one\n']])
  const store = createStore({ files, revision: 'r1', place: { file: 'a.txt', code: 'a.txt', at: [] } })
  const tab = { tab: 't1', release: () => {}, before: Promise.resolve(undefined), remember: () => {} }
  stop = keepJournal(store, 'p1', tab, Promise.resolve(undefined))
  const type = async (text: string) => {
    store.change('Edit', (now) => writeFile(now, 'a.txt', text))
    await vi.waitFor(() => expect(writes.at(-1)?.entry.changes).toEqual([{ path: 'a.txt', text }]))
  }
  return { store, type }
}

const settled = () => new Promise((done) => setTimeout(done))

test('a keystroke counts as kept when it is on the disk, and not when the one before it is', async () => {
  const { store, type } = open()
  await type('one!\n')
  expect(store.get().kept).toBe('soon')
  await type('one!!\n')
  writes[0]?.done()
  await settled()
  expect(store.get().kept).toBe('soon')
  writes[1]?.done()
  await settled()
  expect(store.get().kept).toBe('kept')
})

test.each([
  ['full', new DOMException('No space.', 'QuotaExceededError'), /storage of this browser is full/],
  ['refused', new DOMException('Not here.', 'InvalidStateError'), undefined],
])('a browser that is %s is told from one that keeps', async (kept, error, notice) => {
  const { store, type } = open()
  await type('one!\n')
  writes[0]?.fail(error)
  await settled()
  expect(store.get().kept).toBe(kept)
  if (notice) expect(store.get().notice).toMatch(notice)
  await type('one!!\n')
  writes[1]?.done()
  await settled()
  expect(store.get().kept).toBe('kept')
})

test('takes up work of the same person, and of a guest who became this person; that of others and of nobody known is left', async () => {
  vi.stubGlobal('navigator', {})
  const file = (path: string, user?: string): JournalEntry => ({
    projectId: 'p1',
    tab: path,
    user,
    base: 'r1',
    changes: [{ path, text: 'kept' }],
    readable: [],
    at: 1,
  })
  left = [file('theirs.txt', 'ben'), file('mine.txt', 'ada'), file('older.txt'), file('before.txt', 'guest')]
  const store = createStore({
    files: new Map([['a.txt', 'one\n']]),
    revision: 'r1',
    self: ['ada', 'guest'],
    place: { file: 'a.txt', code: 'a.txt', at: [] },
  })
  const tab = { tab: 't1', release: () => {}, before: Promise.resolve(undefined), remember: () => {} }
  stop = keepJournal(store, 'p1', tab, Promise.resolve(undefined))
  await vi.waitFor(() => {
    for (const { done } of writes) done()
    expect([...store.get().files.keys()].sort()).toEqual(['a.txt', 'before.txt', 'mine.txt'])
  })
  expect(writes.at(-1)?.entry.user).toBe('ada')
  left = []
  vi.unstubAllGlobals()
})
