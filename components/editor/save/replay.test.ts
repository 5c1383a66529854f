import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { applyKept, keptChanges, type JournalEntry } from './journal'
import { replay } from './replay'

const filesOf = (entries: Record<string, string>): Files => new Map(Object.entries(entries))
const start = () =>
  createStore({
    files: filesOf({ 'a.txt': 'one\ntwo\nthree\n' }),
    revision: 'r2',
    place: { file: 'a.txt', code: 'a.txt', at: [] },
  })
const entry: JournalEntry = {
  projectId: 'p1',
  tab: 't1',
  base: 'r1',
  changes: [{ path: 'a.txt', text: 'ONE\ntwo\n3\n' }],
  readable: [],
  at: 0,
}
const answerWith = (answer: () => Response) => vi.stubGlobal('fetch', async () => answer())
const text = (path: string, store: ReturnType<typeof start>) => store.get().files.get(path)

afterEach(() => vi.unstubAllGlobals())

describe('unsaved work of an earlier visit', () => {
  test('is merged into the files of today', async () => {
    answerWith(() => Response.json({ revision: 'r1', files: [{ path: 'a.txt', text: 'one\ntwo\n3\n' }] }))
    const store = start()
    expect(await replay(store, 'p1', entry)).toBe(true)
    expect(text('a.txt', store)).toBe('ONE\ntwo\nthree\n')
    expect(store.get().recovered).toBe(1)
  })

  test('is shown beside what others made of the same lines, and keeps its own beginning until somebody chose', async () => {
    answerWith(() => Response.json({ revision: 'r1', files: [{ path: 'a.txt', text: 'zero\ntwo\nthree\n' }] }))
    const store = start()
    expect(await replay(store, 'p1', entry)).toBe(true)
    expect(text('a.txt', store)).toBe('ONE\ntwo\n3\n')
    const { saved, conflict, save } = store.get()
    expect(save).toEqual({ kind: 'conflict' })
    expect(saved.revision).toBe('r1')
    expect(conflict?.head).toEqual({ revision: 'r2', files: filesOf({ 'a.txt': 'one\ntwo\nthree\n' }) })
    expect(keptChanges(saved.files, store.get().files)).toEqual(entry.changes)
  })

  test('stands beside its file where something was typed here already', async () => {
    answerWith(() => Response.json({ revision: 'r1', files: [{ path: 'a.txt', text: 'zero\ntwo\nthree\n' }] }))
    const store = start()
    store.change('Edit', (files) => new Map(files).set('b.txt', 'typed'))
    expect(await replay(store, 'p1', entry)).toBe(true)
    expect(text('a.mine.txt', store)).toBe('ONE\ntwo\n3\n')
  })

  test.each([500, 401])(
    'waits where the server answers %i: nothing is taken up and nothing may be dropped',
    async (status) => {
      answerWith(() => Response.json(null, { status }))
      const store = start()
      expect(await replay(store, 'p1', entry)).toBe(false)
      expect(store.get().undo).toEqual([])
      expect(store.get().notice).toContain('waits in this browser')
    },
  )

  test('waits where its author may only look by now', async () => {
    answerWith(() => Response.json({ revision: 'r1', files: [{ path: 'a.txt', text: 'one\ntwo\n3\n' }] }))
    const store = start()
    store.note({ readOnly: true })
    expect(await replay(store, 'p1', entry)).toBe(false)
    expect(text('a.txt', store)).toBe('one\ntwo\nthree\n')
  })

  test('stands beside the files of today where its beginning is gone', async () => {
    answerWith(() => Response.json(null, { status: 404 }))
    const store = start()
    expect(await replay(store, 'p1', entry)).toBe(true)
    expect(text('a.txt', store)).toBe('one\ntwo\nthree\n')
    expect(text('a.mine.txt', store)).toBe('ONE\ntwo\n3\n')
  })

  test('goes on from its own save that arrived, and is not merged with it', async () => {
    answerWith(() => Response.json({ revision: 'r1', files: [{ path: 'a.txt', text: 'one\n' }] }))
    const half = { path: 'a.txt', text: '# a not\none\n' }
    const store = createStore({
      files: filesOf({ 'a.txt': half.text }),
      revision: 'r2',
      place: { file: 'a.txt', code: 'a.txt', at: [] },
    })
    const whole = { ...entry, changes: [{ path: 'a.txt', text: '# a note of mine\none\n' }], sent: [half] }
    expect(await replay(store, 'p1', whole)).toBe(true)
    expect([...store.get().files]).toEqual([['a.txt', '# a note of mine\none\n']])
  })

  test('that the server has already needs no words', async () => {
    const store = start()
    expect(await replay(store, 'p1', { ...entry, base: 'r2', changes: [] })).toBe(true)
    expect(store.get().recovered).toBeUndefined()
  })
})

test('bytes are kept as they are and come back', () => {
  const bytes = new Uint8Array([0, 255])
  const before = filesOf({ a: '1', b: '2' })
  const after: Files = new Map<string, string | Uint8Array>([
    ['a', '1!'],
    ['c', bytes],
  ])
  const kept = keptChanges(before, after)
  expect(kept).toEqual([
    { path: 'a', text: '1!' },
    { path: 'b', removed: true },
    { path: 'c', bytes },
  ])
  expect(applyKept(before, kept)).toEqual(after)
})
