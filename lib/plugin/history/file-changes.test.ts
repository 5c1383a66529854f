import { describe, expect, it } from 'vitest'
import { addItem } from '../edit/add-item'
import { examplePlugin } from '../edit/example-plugin'
import type { Edited } from '../edit/edited'
import { removeItem } from '../edit/remove-item'
import { renameItem } from '../edit/rename-item'
import { appendValues, insertValue, moveValue, removeValue, setValue } from '../edit/values'
import { removeFile, writeFile, type Files } from '../files'
import { followPython } from '../follow-python'
import { fileChanges } from './file-changes'
import { summaryOf } from './summary'

const plugin = examplePlugin()
const tool = 'tools/forecast.yaml'

function after(edit: (files: Files) => Edited, files = plugin): Files {
  const edited = edit(files)
  if (!edited.ok) throw new Error(edited.reason)
  return followPython(files, edited.files)
}
const words = (now: Files, then = plugin) => summaryOf(fileChanges(then, now), 20).words

describe('what changed, in the words of its author', () => {
  it.each<[string, (files: Files) => Edited, string[]]>([
    [
      'a switch of a parameter',
      (files) => setValue(files, tool, ['parameters', 0, 'required'], false),
      ['parameter `city` of forecast: not required'],
    ],
    [
      'a text in one language',
      (files) => setValue(files, tool, ['parameters', 0, 'label'], { en_US: 'City', pt_BR: 'Cidade' }),
      ['label of city (pt_BR): Cidade'],
    ],
    [
      'a word, by its title',
      (files) => setValue(files, tool, ['parameters', 0, 'form'], 'form'),
      ['city, filled in by: User'],
    ],
    [
      'a parameter that went',
      (files) => removeValue(files, tool, ['parameters', 0]),
      ['parameter `city` of forecast removed'],
    ],
    [
      'a parameter with another name',
      (files) => setValue(files, tool, ['parameters', 0, 'name'], 'town'),
      ['parameter `city` of forecast renamed to `town`'],
    ],
    [
      'the order of parameters',
      (files) => moveValue(files, tool, ['parameters'], 0, 1),
      ['order of parameters of forecast changed'],
    ],
    [
      'words of a list',
      (files) => setValue(files, 'manifest.yaml', ['meta', 'arch'], ['amd64']),
      ['processors of weather: arm64 removed'],
    ],
    ['the version', (files) => setValue(files, 'manifest.yaml', ['version'], '0.0.2'), ['version of weather: 0.0.2']],
    [
      'a key that nobody knows',
      (files) => setValue(files, tool, ['strange'], { deep: 1 }),
      ['`strange` of forecast: {"deep":1}'],
    ],
  ])('%s', (_what, edit, expected) => {
    expect(words(after(edit))).toEqual(expected)
  })

  it('names a new parameter once, and follows the others by their names', () => {
    const added = after((files) => insertValue(files, tool, ['parameters'], 0, { name: 'country', type: 'string' }))
    const both = after((files) => setValue(files, tool, ['parameters', 1, 'required'], false), added)
    expect(words(both)).toEqual(['parameter `country` of forecast added', 'parameter `city` of forecast: not required'])
  })

  it('tells items that came and went, and nothing of the list that names them', () => {
    const added = after((files) => addItem(files, 'provider/weather.yaml', 'tides'))
    expect(words(added)).toEqual(['tool tides added'])
    expect(words(plugin, added)).toEqual(['tool tides removed'])
  })

  it('tells an item with another name once', () => {
    expect(words(after((files) => renameItem(files, tool, 'outlook')))).toEqual([
      'tool `forecast` renamed to `outlook`',
    ])
  })

  it('counts lines of Python that somebody wrote, and is silent on what follows its document', () => {
    const touched = writeFile(plugin, 'tools/forecast.py', `${String(plugin.get('tools/forecast.py'))}# one\n# two\n`)
    expect(words(touched)).toEqual(['tools/forecast.py: 2 lines'])
    const renamed = after((files) => setValue(files, tool, ['parameters', 0, 'name'], 'town'))
    expect(fileChanges(plugin, renamed).map(({ path, follows }) => [path, follows])).toEqual([
      [tool, false],
      ['tools/forecast.py', true],
    ])
  })

  it('calls a picture by what it is for', () => {
    const icon = writeFile(plugin, '_assets/icon.svg', '<svg><path/></svg>')
    expect(words(icon)).toEqual(['icon replaced'])
    expect(words(writeFile(plugin, '_assets/photo.png', Uint8Array.of(0, 1)))).toEqual(['_assets/photo.png added'])
  })

  it('says where only comments or layout changed, or the text does not parse', () => {
    const text = String(plugin.get(tool))
    expect(words(writeFile(plugin, tool, `# new\n${text}`))).toEqual([`${tool}: 1 line of comments or layout`])
    expect(words(writeFile(plugin, tool, `${text}x: [\n`))).toEqual([`${tool}: 1 line, and it does not parse`])
  })

  it('says the fields that changed with both values', () => {
    const [change] = fileChanges(
      plugin,
      after((files) => setValue(files, tool, ['parameters', 0, 'required'], false)),
    )
    expect(change?.fields).toMatchObject([
      { at: ['parameters', 0, 'required'], act: 'set', before: 'Yes', after: 'No' },
    ])
  })

  it('notices a file that moved', () => {
    const moved = writeFile(removeFile(writeFile(plugin, 'notes.md', 'one\ntwo\n'), 'x'), 'x', 'y')
    expect(words(writeFile(removeFile(moved, 'notes.md'), 'docs/notes.md', 'one\ntwo\n'), moved)).toEqual([
      'notes.md moved to docs/notes.md',
    ])
  })

  it('leaves out what a summary has no room for', () => {
    const many = after((files) =>
      appendValues(
        files,
        tool,
        ['parameters'],
        ['a', 'b', 'c', 'd'].map((name) => ({ name, type: 'string' })),
      ),
    )
    expect(summaryOf(fileChanges(plugin, many))).toEqual({
      words: ['a', 'b', 'c'].map((name) => `parameter \`${name}\` of forecast added`),
      more: 1,
    })
  })

  it('removes an item as one sentence', () => {
    expect(words(after((files) => removeItem(files, tool)))).toEqual(['tool forecast removed'])
  })
})
