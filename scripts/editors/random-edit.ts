import { textOf, writeFile, removeFile, renameFile, type Files } from '@/lib/plugin/files'
import { insertIn, removeIn, setIn, type EditResult } from '@/lib/plugin/yaml/edit'
import { isRecord } from '@/lib/plugin/yaml/nodes'
import { parseYaml } from '@/lib/plugin/yaml/parse'

type Random = () => number

/** One of the things that people do to a plugin, at a random place; whatever it writes carries the token. Some attempts change nothing. */
export function randomEdit(files: Files, token: string, random: Random): Files {
  return pick(edits, random)(files, token, random)
}

const edits = [
  changeLine,
  changeLine,
  insertLine,
  removeLine,
  setLabel,
  setLabel,
  addParameter,
  addParameter,
  changeParameter,
  removeParameter,
  addTag,
  addFile,
  changeFile,
  moveOrRemoveFile,
]

const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to choose from.')
  return item
}

function changeLine(files: Files, token: string, random: Random): Files {
  return withLines(files, (lines) => lines.splice(Math.floor(random() * lines.length), 1, `a line of ${token}`))
}

function insertLine(files: Files, token: string, random: Random): Files {
  return withLines(files, (lines) => lines.splice(Math.floor(random() * lines.length), 0, `new: ${token}`, ''))
}

function removeLine(files: Files, _: string, random: Random): Files {
  return withLines(files, (lines) => lines.length > 40 && lines.splice(Math.floor(random() * lines.length), 1))
}

function withLines(files: Files, edit: (lines: string[]) => void): Files {
  const lines = (textOf(files, 'README.md') ?? '').split('\n')
  edit(lines)
  return writeFile(files, 'README.md', lines.join('\n'))
}

const toolsIn = (files: Files) => [...files.keys()].filter((path) => /^tools\/.*\.yaml$/.test(path))

function inYaml(files: Files, path: string | undefined, edit: (text: string) => EditResult): Files {
  const text = path === undefined ? undefined : textOf(files, path)
  if (path === undefined || text === undefined) return files
  const edited = edit(text)
  return edited.ok ? writeFile(files, path, edited.text) : files
}

function setLabel(files: Files, token: string, random: Random): Files {
  const at = pick(
    [
      ['identity', 'label', 'en_US'],
      ['description', 'human', 'en_US'],
      ['description', 'llm'],
      ['identity', 'label', 'ja_JP'],
    ],
    random,
  )
  return inYaml(files, pick(toolsIn(files), random), (text) => setIn(text, at, `Words of ${token}`))
}

function parametersOf(text: string): unknown[] {
  const value = parseYaml(text).value
  return isRecord(value) && Array.isArray(value.parameters) ? value.parameters : []
}

function addParameter(files: Files, token: string, random: Random): Files {
  return inYaml(files, pick(toolsIn(files), random), (text) =>
    insertIn(text, ['parameters'], Math.floor(random() * (parametersOf(text).length + 1)), {
      name: token,
      type: 'string',
      required: random() < 0.5,
      label: { en_US: 'New' },
      human_description: { en_US: 'What it is for' },
      form: 'llm',
    }),
  )
}

function changeParameter(files: Files, token: string, random: Random): Files {
  return atParameter(files, random, (text, index) =>
    setIn(text, ['parameters', index, 'label', 'en_US'], `Label of ${token}`),
  )
}

function removeParameter(files: Files, _: string, random: Random): Files {
  return atParameter(files, random, (text, index, count) =>
    count < 3 ? { ok: true, text } : removeIn(text, ['parameters', index]),
  )
}

function atParameter(
  files: Files,
  random: Random,
  edit: (text: string, index: number, count: number) => EditResult,
): Files {
  return inYaml(files, pick(toolsIn(files), random), (text) => {
    const count = parametersOf(text).length
    return count === 0 ? { ok: true, text } : edit(text, Math.floor(random() * count), count)
  })
}

function addTag(files: Files, token: string): Files {
  return inYaml(files, 'notes.yaml', (text) => setIn(text, ['words', '-'], token))
}

const notesIn = (files: Files) => [...files.keys()].filter((path) => path.startsWith('notes/'))

function addFile(files: Files, token: string): Files {
  if (notesIn(files).length > 60) return files
  return writeFile(files, `notes/${token.replace('e', 'n')}.md`, `# Note\n\n${token}\n\nIt has\nsome more\nlines.\n`)
}

function changeFile(files: Files, token: string, random: Random): Files {
  const [path] = notesIn(files).length > 0 ? [pick(notesIn(files), random)] : []
  return path === undefined ? files : writeFile(files, path, `${textOf(files, path) ?? ''}Also ${token}.\n`)
}

function moveOrRemoveFile(files: Files, token: string, random: Random): Files {
  const [path] = notesIn(files).length > 0 ? [pick(notesIn(files), random)] : []
  if (path === undefined) return files
  return random() < 0.5 ? removeFile(files, path) : renameFile(files, path, `notes/${token.replace('e', 'moved')}.md`)
}
