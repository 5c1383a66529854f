import type { Files } from '../files'

/** One place that was found; offsets are in the file's text, `line` counts from 1. */
export interface Hit {
  file: string
  from: number
  to: number
  line: number
  /** The line, shortened around the place, and where in it the place begins and ends. */
  shown: string
  begins: number
  ends: number
  /** What a replacement would put there, where one was asked about. */
  becomes?: string
}

/** How much of a line is shown before and after the place. */
const BEFORE = 60
const AFTER = 160

/** A text to put in; with `groups` it names parts of what was found, else it stands as it is written, `$` and all. */
export interface Replacement {
  text: string
  groups: boolean
}

/** Every place in every text file, in the order of the files, up to `limit`; empty matches are none. */
export function findInFiles(
  files: Files,
  pattern: RegExp,
  { limit = 1000, replacement }: { limit?: number; replacement?: Replacement } = {},
): { hits: Hit[]; more: boolean } {
  const hits: Hit[] = []
  for (const [file, text] of files) {
    if (typeof text !== 'string') continue
    let line = 1
    let counted = 0
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue
      if (hits.length === limit) return { hits, more: true }
      const from = match.index
      for (let at = text.indexOf('\n', counted); at !== -1 && at < from; at = text.indexOf('\n', at + 1)) {
        line += 1
        counted = at + 1
      }
      hits.push({
        file,
        from,
        to: from + match[0].length,
        line,
        ...shownLine(text, counted, from, match[0].length),
        ...(replacement && { becomes: insertedFor(match, replacement) }),
      })
    }
  }
  return { hits, more: false }
}

function shownLine(text: string, lineStart: number, from: number, length: number) {
  const end = text.indexOf('\n', from)
  const lineEnd = end === -1 ? text.length : end
  const start = Math.max(lineStart, from - BEFORE)
  const shown = text.slice(start, Math.min(lineEnd, from + AFTER)).replace(/\r$/, '')
  return { shown, begins: from - start, ends: Math.min(from - start + length, shown.length) }
}

/** The texts of the files in which the pattern is replaced; `only` keeps to these places, by file and offset. */
export function replaceInFiles(
  files: Files,
  pattern: RegExp,
  replacement: Replacement,
  only?: readonly Pick<Hit, 'file' | 'from'>[],
): Map<string, string> {
  const wanted = only && new Set(only.map(({ file, from }) => `${from} ${file}`))
  const changed = new Map<string, string>()
  for (const [file, text] of files) {
    if (typeof text !== 'string') continue
    let after = ''
    let end = 0
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '' || (wanted && !wanted.has(`${match.index} ${file}`))) continue
      after += text.slice(end, match.index) + insertedFor(match, replacement)
      end = match.index + match[0].length
    }
    after += text.slice(end)
    if (after !== text) changed.set(file, after)
  }
  return changed
}

/** `$1`, `$<name>`, `$&` and `$$` of a replacement, as String.replace reads them. */
function insertedFor(match: RegExpExecArray, { text, groups }: Replacement): string {
  if (!groups) return text
  return text.replace(
    /\$(?:\$|&|(\d{1,2})|<([^>]*)>)/g,
    (whole, number: string | undefined, name: string | undefined) => {
      if (whole === '$$') return '$'
      if (whole === '$&') return match[0]
      if (number !== undefined) return Number(number) < match.length ? (match[Number(number)] ?? '') : whole
      return match.groups && name !== undefined && name in match.groups ? (match.groups[name] ?? '') : whole
    },
  )
}
