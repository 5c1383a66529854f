import { diffLines, splitLines } from '@/lib/plugin/line-diff'

/** A replacement of a stretch of text, by offsets. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The smallest single replacement that makes `after` of `before`; undefined when they are the same. */
export function smallestEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let end = 0
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end += 1
  // Never between the halves of a surrogate pair, nor of CR and LF.
  if (start > 0 && isFirstHalf(before.charCodeAt(start - 1))) start -= 1
  if (end > 0 && isSecondHalf(before, before.length - end)) end -= 1
  return { from: start, to: before.length - end, text: after.slice(start, after.length - end) }
}

/** The smallest replacements, one for each place where lines differ, in order: what stands between them stays as it is. */
export function smallestEdits(before: string, after: string): TextEdit[] {
  const whole = smallestEdit(before, after)
  if (!whole) return []
  if (!whole.text.includes('\n') && !before.slice(whole.from, whole.to).includes('\n')) return [whole]
  const [old, now] = [splitLines(before), splitLines(after)]
  const starts = [0]
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length)
  return diffLines(old, now).flatMap(({ start, end, from, to }) => {
    const edit = smallestEdit(old.slice(start, end).join(''), now.slice(from, to).join(''))
    const at = starts[start] ?? 0
    return edit ? [{ from: at + edit.from, to: at + edit.to, text: edit.text }] : []
  })
}

function isFirstHalf(code: number): boolean {
  return code === 13 || (code >= 0xd800 && code < 0xdc00)
}

function isSecondHalf(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return (code >= 0xdc00 && code < 0xe000) || (code === 10 && text.charCodeAt(offset - 1) === 13)
}

/** A place by line and column, both from 1, as the code editor counts. */
export interface LineChange {
  readonly range: {
    readonly startLineNumber: number
    readonly startColumn: number
    readonly endLineNumber: number
    readonly endColumn: number
  }
  readonly text: string
}

/**
 * The text of a file after the code editor's changes. The editor shows all line ends alike and no byte order mark; the file keeps
 * its own wherever nothing was typed.
 */
export function applyLineChanges(text: string, changes: readonly LineChange[]): string {
  const starts = lineStarts(text)
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const offset = (line: number, column: number) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length)
  const edits = changes.map(({ range, text: typed }) => ({
    from: offset(range.startLineNumber, range.startColumn),
    to: offset(range.endLineNumber, range.endColumn),
    text: typed.replace(/\r\n|\r|\n/g, lineEnd),
  }))
  edits.sort((one, other) => other.from - one.from || other.to - one.to)
  return edits.reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text)
}

function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}

/** A text as the code editor holds it: without byte order mark, every line end LF. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}
