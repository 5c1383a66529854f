import { describe, expect, test, vi } from 'vitest'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { addItem } from '@/lib/plugin/edit/add-item'
import { setValue } from '@/lib/plugin/edit/values'
import { removeFile, writeFile, type Files } from '@/lib/plugin/files'
import { isPristine } from '@/lib/plugin/follow-python'
import { loadMerge } from './merge-later'
import { createStore, type Store } from './store'

const manifest = 'name: demo\nversion: 0.0.1\nlabel:\n  en_US: Demo\n'

function storeOf(entries: Record<string, string>) {
  const files: Files = new Map(Object.entries(entries))
  const clock = { now: 0 }
  const store = createStore({
    files,
    revision: 'r1',
    place: { file: 'manifest.yaml', code: 'manifest.yaml', at: [] },
    now: () => clock.now,
  })
  return { store, clock }
}

const textOf = (store: Store, path = 'manifest.yaml') => store.get().files.get(path)
const write = (store: Store, text: string, group?: string) =>
  store.change('Edit', (files) => writeFile(files, 'manifest.yaml', text), { group })

describe('a change', () => {
  test('reaches listeners in the same tick, with the state before it', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest })
    const seen: unknown[] = []
    store.subscribe((state, before) => seen.push([state.files.get('manifest.yaml'), before.files.get('manifest.yaml')]))
    write(store, 'name: other\n')
    expect(seen).toEqual([['name: other\n', manifest]])
  })

  test('that leaves the bytes alone is no step', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest })
    write(store, manifest)
    expect(store.get().undo).toEqual([])
  })

  test('that is refused changes nothing and says why until the next one', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest })
    const edited = store.edit('Name', (files) => setValue(files, 'nowhere.yaml', ['name'], 'x'))
    expect(edited).toMatchObject({ ok: false })
    expect(store.get().notice).toBe('There is no text file nowhere.yaml in this plugin.')
    expect(textOf(store)).toBe(manifest)
    write(store, 'name: other\n')
    expect(store.get().notice).toBeUndefined()
  })

  test('does nothing where the person may only look', () => {
    const files: Files = new Map([['manifest.yaml', manifest]])
    const store = createStore({
      files,
      revision: 'r1',
      readOnly: true,
      place: { file: 'manifest.yaml', code: 'manifest.yaml', at: [] },
    })
    write(store, 'name: other\n')
    expect(store.get().files).toBe(files)
  })
})

describe('undo', () => {
  test('takes changes of one field within a second back at once', () => {
    const { store, clock } = storeOf({ 'manifest.yaml': 'name: a\n' })
    for (const text of ['name: ab\n', 'name: abc\n', 'name: abcd\n']) {
      clock.now += 400
      write(store, text, 'manifest.yaml ["name"]')
    }
    expect(store.get().undo).toHaveLength(1)
    store.undo()
    expect(textOf(store)).toBe('name: a\n')
    store.redo()
    expect(textOf(store)).toBe('name: abcd\n')
  })

  test('keeps changes apart that are of other fields or more than a second away', () => {
    const { store, clock } = storeOf({ 'manifest.yaml': 'name: a\n' })
    write(store, 'name: b\n', 'one')
    write(store, 'name: c\n', 'other')
    clock.now += 1001
    write(store, 'name: d\n', 'other')
    expect(store.get().undo).toHaveLength(3)
    store.undo()
    expect(textOf(store)).toBe('name: c\n')
  })

  test('forgets a step that typing took back to where it began', () => {
    const { store } = storeOf({ 'manifest.yaml': 'name: a\n' })
    write(store, 'name: ab\n', 'one')
    write(store, 'name: a\n', 'one')
    expect(store.get().undo).toEqual([])
  })

  test('goes over 200 steps there and back', () => {
    const { store } = storeOf({ 'manifest.yaml': 'count: 0\n' })
    for (let count = 1; count <= 300; count += 1) write(store, `count: ${count}\n`)
    for (let count = 0; count < 300; count += 1) store.undo()
    expect(textOf(store)).toBe('count: 0\n')
    for (let count = 0; count < 300; count += 1) store.redo()
    expect(textOf(store)).toBe('count: 300\n')
  })

  test('leaves what others changed since, once the merge has loaded', async () => {
    const { store } = storeOf({ 'manifest.yaml': manifest })
    write(store, manifest.replace('demo', 'mine'))
    const merged = writeFile(
      store.get().files,
      'manifest.yaml',
      manifest.replace('demo', 'mine').replace('Demo', 'Theirs'),
    )
    store.absorb(merged, { revision: 'r2', files: merged })
    store.undo()
    // An impatient second press takes nothing else back.
    store.undo()
    await vi.waitFor(() => expect(textOf(store)).toBe(manifest.replace('Demo', 'Theirs')))
    expect(store.get().redo).toHaveLength(1)
  })

  test('leaves what others changed in the middle of one’s typing', async () => {
    await loadMerge()
    const { store } = storeOf({ 'manifest.yaml': manifest })
    write(store, manifest.replace('demo', 'm'), 'name')
    const merged = writeFile(
      store.get().files,
      'manifest.yaml',
      manifest.replace('demo', 'm').replace('Demo', 'Theirs'),
    )
    store.absorb(merged, { revision: 'r2', files: merged })
    write(store, manifest.replace('demo', 'mine').replace('Demo', 'Theirs'), 'name')
    while (store.get().undo.length > 0) store.undo()
    expect(textOf(store)).toBe(manifest.replace('Demo', 'Theirs'))
  })

  test('says so where it would overwrite later work, and keeps the step', async () => {
    await loadMerge()
    const { store } = storeOf({ 'manifest.yaml': manifest })
    write(store, manifest.replace('demo', 'mine'))
    const merged = writeFile(store.get().files, 'manifest.yaml', manifest.replace('demo', 'theirs'))
    store.absorb(merged, { revision: 'r2', files: merged })
    store.undo()
    expect(textOf(store)).toBe(manifest.replace('demo', 'theirs'))
    expect(store.get().notice).toBe('“Edit” was not taken back: the same lines of manifest.yaml changed since.')
    expect(store.get().undo).toHaveLength(1)
  })

  test('takes over steps from before a reload, below its own', () => {
    const before = storeOf({ 'manifest.yaml': 'name: a\n' }).store
    write(before, 'name: b\n', 'one')
    write(before, 'name: c\n', 'two')
    before.undo()
    const { store } = storeOf({ 'manifest.yaml': 'name: b\n' })
    store.keepSteps(before.get())
    store.redo()
    expect(textOf(store)).toBe('name: c\n')
    store.undo()
    store.undo()
    expect(textOf(store)).toBe('name: a\n')
  })

  test('steps from before a reload come too late to be done again after new work', () => {
    const before = storeOf({ 'manifest.yaml': 'name: a\n' }).store
    write(before, 'name: b\n', 'one')
    before.undo()
    const { store } = storeOf({ 'manifest.yaml': 'name: a\n' })
    write(store, 'name: x\n', 'one')
    store.keepSteps(before.get())
    expect(store.get().redo).toEqual([])
  })

  test('a new change after an undo ends what could be done again', () => {
    const { store } = storeOf({ 'manifest.yaml': 'name: a\n' })
    write(store, 'name: b\n', 'one')
    write(store, 'name: c\n', 'two')
    store.undo()
    write(store, 'name: x\n', 'one')
    store.redo()
    expect(textOf(store)).toBe('name: x\n')
    store.undo()
    expect(textOf(store)).toBe('name: b\n')
  })

  test('of one step takes that step back and leaves what came after it', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest, 'README.md': 'one\n' })
    const gone = store.change('Delete README.md', (files) => removeFile(files, 'README.md'))
    if (!gone) throw new Error('nothing was deleted')
    write(store, 'name: later\n')
    store.undoEntry(gone)
    expect(textOf(store, 'README.md')).toBe('one\n')
    expect(textOf(store)).toBe('name: later\n')
    store.undo()
    expect(textOf(store, 'README.md')).toBeUndefined()
  })

  test('of one step that was taken back already does nothing', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest, 'README.md': 'one\n' })
    write(store, 'name: earlier\n')
    const gone = store.change('Delete README.md', (files) => removeFile(files, 'README.md'))
    if (!gone) throw new Error('nothing was deleted')
    store.undo()
    store.undoEntry(gone)
    expect(textOf(store)).toBe('name: earlier\n')
  })

  test('brings what it changed into view', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest, 'README.md': 'one\n' })
    store.change('Edit README.md', (files) => writeFile(files, 'README.md', 'two\n'))
    store.undo()
    expect(store.get().place.file).toBe('README.md')
  })

  test('of what was added opens what was open before', () => {
    const provider = 'provider/weather.yaml'
    const place = { file: provider, code: 'provider/weather.py', at: [], section: 'credentials' }
    const store = createStore({ files: examplePlugin(), revision: 'r1', place })
    const edited = store.edit('Add tool search', (files) => addItem(files, provider, 'search'))
    if (!edited.ok || edited.file === undefined) throw new Error('nothing was added')
    store.open(edited.file)
    store.undo()
    expect(store.get().place).toMatchObject(place)
  })

  test('shows the document of what it changed, not its Python', () => {
    const [provider, manifestFile] = ['provider/weather.yaml', 'manifest.yaml']
    const store = createStore({
      files: examplePlugin(),
      revision: 'r1',
      place: { file: manifestFile, code: manifestFile, at: [] },
    })
    store.edit('Name', (files) => setValue(files, provider, ['identity', 'name'], 'climate'))
    expect(store.get().undo.at(-1)?.step.paths).toEqual(['provider/weather.py', provider])
    store.undo()
    expect(store.get().place.file).toBe(provider)
  })
})

describe('the chosen place', () => {
  test('goes back to the manifest when its file goes', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest, 'README.md': 'one\n' })
    store.open('README.md')
    store.change('Delete README.md', (files) => removeFile(files, 'README.md'))
    expect(store.get().place).toMatchObject({ file: 'manifest.yaml', code: 'manifest.yaml', at: [] })
  })

  test('is revealed in the code when the form chose it, and in the form when the code did', () => {
    const { store } = storeOf({ 'manifest.yaml': manifest })
    store.select({ at: ['name'] }, 'form')
    expect(store.get().place).toMatchObject({ at: ['name'], reveal: 0, revealCode: 1 })
    store.select({ at: ['label', 'en_US'] }, 'code')
    expect(store.get().place).toMatchObject({ at: ['label', 'en_US'], reveal: 1, revealCode: 1 })
  })
})

test('the last text that parsed stands in for one that does not', () => {
  const { store } = storeOf({ 'manifest.yaml': manifest })
  write(store, 'name: [broken\n')
  expect(store.readable().get('manifest.yaml')).toBe(manifest)
  write(store, 'name: mended\n')
  expect(store.readable().get('manifest.yaml')).toBe('name: mended\n')
})

test('untouched Python of a tool follows its form while the provider does not parse, and the provider when it does again', () => {
  const files = examplePlugin()
  const [provider, tool] = ['provider/weather.yaml', 'tools/forecast.yaml']
  const store = createStore({ files, revision: 'r1', place: { file: tool, code: tool, at: [] } })
  const good = String(files.get(provider))
  store.change('Type', (now) => writeFile(now, provider, good.replace('en_US: API key', 'en_US: API: key')))
  store.edit('Rename', (now) => setValue(now, tool, ['parameters', 1, 'name'], 'hours'))
  expect(textOf(store, 'tools/forecast.py')).toContain('"hours"')
  store.change('Type', (now) => writeFile(now, provider, good.replace('  api_key:', '  token:')))
  expect(isPristine(store.get().files, tool)).toBe(true)
  expect(textOf(store, 'tools/forecast.py')).toContain('"token"')
})

test('a chosen tab stays until another document or field is gone to', () => {
  const { store } = storeOf({ 'manifest.yaml': manifest, 'README.md': '' })
  store.select({ section: 'publishing' }, 'form')
  store.select({ at: ['version'] }, 'form')
  expect(store.get().place).toMatchObject({ section: 'publishing', reveal: 0 })
  store.select({ at: ['name'] }, 'code')
  expect(store.get().place).toMatchObject({ section: undefined, reveal: 1 })
  store.select({ section: 'publishing' }, 'form')
  store.open('README.md')
  expect(store.get().place.section).toBeUndefined()
})

test('a field that is gone to by keys takes the focus once', () => {
  const { store } = storeOf({ 'manifest.yaml': manifest })
  store.select({ at: ['name'] }, 'keys')
  expect([store.takeFocus(), store.takeFocus()]).toEqual([true, false])
  store.select({ at: ['version'] })
  expect(store.takeFocus()).toBe(false)
})
