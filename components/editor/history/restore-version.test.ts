import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changesOf } from '@/lib/plugin/changes'
import { writeFile, type Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { restoreVersion } from './restore-version'

const files: Files = new Map([
  ['manifest.yaml', 'name: now\n'],
  ['notes.md', 'mine\n'],
])
const older: Files = new Map([['manifest.yaml', 'name: then\n']])
const place = { file: 'manifest.yaml', code: 'manifest.yaml', at: [] }

function scene() {
  const store = createStore({ files, revision: 'r2', place })
  let saves = 0
  const saveNow = () => {
    saves += 1
    store.note({ saved: { revision: `s${saves}`, files: store.get().files } })
  }
  return { store, saveNow, projectId: 'p', saves: () => saves }
}

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ revision: 'r1', files: changesOf(older) })))
})
afterEach(() => vi.unstubAllGlobals())

describe('a version that is restored', () => {
  test('is one step of undo, and what was not saved is saved before', async () => {
    const at = scene()
    at.store.change('Edit', (now) => writeFile(now, 'notes.md', 'not saved\n'))
    const outcome = await restoreVersion(at, { revision: 'r1', clock: '12:04' })
    expect(outcome).toMatchObject({ ok: true, entry: { label: 'Restored version of 12:04' } })
    expect([...at.store.get().files]).toEqual([...older])
    expect(at.store.get().restores).toEqual({ revision: 'r1' })
    expect(at.saves()).toBe(2)
    at.store.undo()
    expect(at.store.get().files.get('notes.md')).toBe('not saved\n')
  })

  test('waits for what is typed while it is on its way: that is in the history first', async () => {
    const at = scene()
    vi.stubGlobal('fetch', () => {
      at.store.change('Edit', (now) => writeFile(now, 'notes.md', 'typed meanwhile\n'))
      return Promise.resolve(Response.json({ revision: 'r1', files: changesOf(older) }))
    })
    const saved: unknown[] = []
    at.store.subscribe((state, before) => state.saved !== before.saved && saved.push(state.saved.files.get('notes.md')))
    await restoreVersion(at, { revision: 'r1', clock: '12:04' })
    expect(saved).toEqual(['typed meanwhile\n', undefined])
  })

  test('that is taken back before it was saved is no restoring any more', async () => {
    const at = scene()
    await restoreVersion(at, { revision: 'r1', clock: '12:04' })
    at.store.undo()
    expect(at.store.get().restores).toBeUndefined()
  })

  test('can be one file alone', async () => {
    const at = scene()
    await restoreVersion(at, { revision: 'r1', clock: '12:04', path: 'manifest.yaml' })
    expect([...at.store.get().files]).toEqual([
      ['manifest.yaml', 'name: then\n'],
      ['notes.md', 'mine\n'],
    ])
    expect(at.store.get().restores).toEqual({ revision: 'r1', path: 'manifest.yaml' })
  })

  test('leaves everything as it is where the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    const at = scene()
    expect(await restoreVersion(at, { revision: 'r1', clock: '12:04' })).toMatchObject({ ok: false })
    expect(at.store.get().files).toBe(files)
  })

  test('is no step where everything stands as it did', async () => {
    const at = scene()
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ revision: 'r1', files: changesOf(files) })))
    expect(await restoreVersion(at, { revision: 'r1', clock: '12:04' })).toEqual({ ok: true })
    expect(at.store.get().undo).toEqual([])
  })
})
