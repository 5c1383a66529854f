import type { DocumentType, Finding } from '../document'
import { textOf } from '../files'
import { textAt, valueAt } from '../schema/file-reference'
import type { DocumentUse, PluginView } from './plugin-view'
import { shown } from './report'

/** Longer sources are data, not code. */
const LONGEST = 400_000

/**
 * What YAML and Python say of each other: a parameter that the code never names, and one that it reads and nobody declares.
 * A look at the text: code that hands the whole map on is taken to read everything.
 */
export function pythonReadingRules(view: PluginView): Finding[] {
  return view.documents.flatMap((use) => {
    const reads = use.type.pythonReads
    const file = use.refs.find(({ as }) => as === 'python')?.file
    const source = file === undefined ? undefined : textOf(view.files, file)
    if (!reads || file === undefined || source === undefined || source.length > LONGEST) return []
    return judge(view, use, reads, file, source)
  })
}

function judge(
  view: PluginView,
  { path, value }: DocumentUse,
  { at, variable, noun }: NonNullable<DocumentType['pythonReads']>,
  file: string,
  source: string,
): Finding[] {
  if (!source.includes(variable)) return []
  const list = valueAt(value, at.split('.'))
  const names = Array.isArray(list) ? list.map((_, index) => textAt(list, [index, 'name'])) : []
  const unread = handsOn(source, variable)
    ? []
    : names.flatMap((name, index) => (name && !source.includes(name) ? [{ name, index }] : []))
  return [
    ...unread.map(({ name, index }) =>
      view.finding(path, {
        rule: 'python-unread',
        by: [],
        message: `Read the ${noun} ${shown(name)} in ${file} or remove it here: the code does not name it, what is entered is lost.`,
        path: [...at.split('.'), index, 'name'],
      }),
    ),
    ...undeclared(source, variable, names).map(({ name, from, to }) =>
      view.finding(file, {
        rule: 'python-undeclared',
        by: [],
        message: `Add the ${noun} ${shown(name)} to ${path} or do not read it: nobody can enter it.`,
        range: { from, to },
      }),
    ),
  ]
}

/** Whether the code passes the map on as a whole or walks over it. */
function handsOn(source: string, variable: string): boolean {
  return new RegExp(
    `\\*\\*\\s*${variable}|\\b${variable}\\s*[,)\\]}]|\\b${variable}\\.(?!get\\b)|\\bin\\s+${variable}\\b|=\\s*${variable}\\s*$`,
    'm',
  ).test(source)
}

function undeclared(
  source: string,
  variable: string,
  names: readonly (string | undefined)[],
): { name: string; from: number; to: number }[] {
  const pattern = new RegExp(`\\b${variable}(?:\\.get\\(\\s*|\\[\\s*)(["'])([\\w-]+)\\1`, 'g')
  const found = new Map<string, { name: string; from: number; to: number }>()
  for (const match of source.matchAll(pattern)) {
    const name = match[2] ?? ''
    const to = match.index + match[0].length - 1
    if (!names.includes(name) && !found.has(name)) found.set(name, { name, from: to - name.length, to })
  }
  return [...found.values()]
}
