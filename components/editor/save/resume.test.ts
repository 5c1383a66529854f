import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeFile, type Files } from '@/lib/plugin/files'
import { loadMerge } from '../store/merge-later'
import { createStore, type Store } from '../store/store'
import { keptChanges, type JournalEntry } from './journal'
import { resume } from './resume'

const files: Files = new Map([['a.txt', 'one\ntwo\nthree\n']])
const open = (now = files, revision = 'r1') =>
  createStore({ files: now, revision, place: { file: 'a.txt', code: 'a.txt', at: [] } })
const write = (store: Store, text: string) => store.change(`Write ${text}`, (now) => writeFile(now, 'a.txt', text))
const text = (store: Store) => store.get().files.get('a.txt')

/** What the page before left in this browser. */
function left(store: Store): JournalEntry {
  const changes = keptChanges(files, store.get().files)
  return { projectId: 'p1', tab: 't1', base: 'r1', changes, readable: [], at: 0 }
}

beforeAll(async () => void (await loadMerge()))
afterEach(() => vi.unstubAllGlobals())

describe('after a reload', () => {
  test('an undo that was not saved yet can be taken up again, and is no step of its own', async () => {
    const before = open()
    write(before, 'ONE\ntwo\nthree\n')
    before.note({ saved: { revision: 'r1', files } })
    write(before, 'ONE\nTWO\nthree\n')
    before.undo()
    const store = open()
    expect(await resume(store, 'p1', left(before), before.get())).toBe(true)
    expect(text(store)).toBe('ONE\ntwo\nthree\n')
    expect([store.get().undo.length, store.get().redo.length]).toEqual([1, 1])
    store.redo()
    expect(text(store)).toBe('ONE\nTWO\nthree\n')
    store.undo()
    store.undo()
    expect(text(store)).toBe('one\ntwo\nthree\n')
  })

  test('everything taken back leaves all of it to be taken up again', async () => {
    const before = open()
    write(before, 'ONE\ntwo\nthree\n')
    const saved = { revision: 'r2', files: before.get().files }
    before.undo()
    const store = open(saved.files, saved.revision)
    const entry = { ...left(before), base: 'r2', changes: keptChanges(saved.files, files) }
    expect(await resume(store, 'p1', entry, before.get())).toBe(true)
    expect(text(store)).toBe('one\ntwo\nthree\n')
    store.redo()
    expect(text(store)).toBe('ONE\ntwo\nthree\n')
  })

  test('work of others that was saved meanwhile stays', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(Response.json({ revision: 'r1', files: [{ path: 'a.txt', text: 'one\ntwo\nthree\n' }] })),
    )
    const before = open()
    write(before, 'ONE\ntwo\nthree\n')
    const store = open(writeFile(files, 'a.txt', 'one\ntwo\n3\n'), 'r2')
    expect(await resume(store, 'p1', left(before), before.get())).toBe(true)
    expect(text(store)).toBe('ONE\ntwo\n3\n')
    store.undo()
    expect(text(store)).toBe('one\ntwo\n3\n')
  })

  test.each([
    ['are those of earlier text', 'ONE\ntwo\n3\n'],
    ['speak of other files', undefined],
  ])('nothing is resumed where the steps %s', async (_, later) => {
    const before = open()
    write(before, 'ONE\ntwo\nthree\n')
    const steps = later === undefined ? { undo: [], redo: [] } : before.get()
    if (later !== undefined) write(before, later)
    const store = open()
    expect(await resume(store, 'p1', left(before), steps)).toBe(false)
    expect(store.get().files).toBe(files)
    expect(store.get().undo).toEqual([])
  })
})
