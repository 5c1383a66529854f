import { expect, test } from 'vitest'
import { addItem } from './edit/add-item'
import { examplePlugin, pristineDocuments } from './edit/example-plugin'
import { removeItem } from './edit/remove-item'
import { filesOf } from './edit/test-changes'
import { renameEntry, setValue } from './edit/values'
import { textOf, writeFile, type Files } from './files'
import { isPristine } from './follow-python'
import { mergeFiles } from './merge'
import { applyInverse } from './apply-inverse'
import { stepBetween } from './step'

const tool = 'tools/forecast.yaml'
const python = 'tools/forecast.py'
const base = examplePlugin()
const rename = (files: Files, index: number, name: string): Files =>
  filesOf(setValue(files, tool, ['parameters', index, 'name'], name))
const touch = (files: Files): Files => writeFile(files, python, `${textOf(files, python) ?? ''}# mine\n`)
const all = pristineDocuments(base)

test('untouched Python of both sides becomes the stub of the merged tool', () => {
  const { files, conflicts } = mergeFiles(base, rename(base, 0, 'town'), rename(base, 1, 'hours'))
  expect(conflicts).toEqual([])
  expect(pristineDocuments(files)).toEqual(all)
  expect(files.get(python)).toContain('"town"')
  expect(files.get(python)).toContain('"hours"')
})

test('Python that one side touched stays as it is there', () => {
  const mine = touch(base)
  for (const [ours, theirs] of [
    [mine, rename(base, 1, 'hours')],
    [rename(base, 1, 'hours'), mine],
  ] as const) {
    const { files, conflicts } = mergeFiles(base, ours, theirs)
    expect(conflicts).toEqual([])
    expect(files.get(python)).toBe(mine.get(python))
    expect(files.get(tool)).toContain('name: hours')
  }
})

test('Python that both sides touched is merged by line', () => {
  const [ours, theirs] = [touch(base), writeFile(base, python, `# theirs\n${textOf(base, python) ?? ''}`)]
  expect(mergeFiles(base, ours, theirs).files.get(python)).toBe(`# theirs\n${textOf(base, python) ?? ''}# mine\n`)
})

test('going back to the stub is a change like any other', () => {
  const mine = touch(base)
  expect(mergeFiles(mine, base, mine).files.get(python)).toBe(base.get(python))
  expect(mergeFiles(mine, base, writeFile(mine, python, '# other\n')).conflicts.map(({ path }) => path)).toEqual([
    python,
  ])
})

test('a tool that one side adds reads the credentials that the other renames', () => {
  const added = filesOf(addItem(base, 'provider/weather.yaml', 'air'))
  const renamed = filesOf(renameEntry(base, 'provider/weather.yaml', ['credentials_for_provider', 'api_key'], 'token'))
  const { files, conflicts } = mergeFiles(base, added, renamed)
  expect(conflicts).toEqual([])
  expect(isPristine(files, 'tools/air.yaml')).toBe(true)
  expect(isPristine(files, tool)).toBe(true)
})

test('undo of one parameter leaves the other, in YAML and Python', () => {
  const first = rename(base, 0, 'town')
  const second = rename(first, 1, 'hours')
  const undone = applyInverse(stepBetween(base, first), second)
  expect(undone).toEqual({ ok: true, files: rename(base, 1, 'hours') })
})

test('a removed tool stays removed', () => {
  const removed = filesOf(removeItem(base, tool))
  const { files, conflicts } = mergeFiles(
    base,
    removed,
    filesOf(setValue(base, 'tools/find_station.yaml', ['note'], 'x')),
  )
  expect(conflicts).toEqual([])
  expect([files.has(tool), files.has(python)]).toEqual([false, false])
})
