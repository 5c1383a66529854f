const BOM = '\uFEFF'

let last: { text: string; starts: number[] } = { text: '', starts: [0] }

/** Line and column of an offset, from 1; a byte order mark takes no column. */
export function lineColumn(text: string, offset: number): { line: number; column: number } {
  const starts = lineStarts(text)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const column = Math.max(0, Math.min(offset, text.length)) - (starts[low] ?? 0) + 1
  return { line: low + 1, column: low === 0 && text.startsWith(BOM) ? Math.max(1, column - 1) : column }
}

/** Offsets of all line starts; those of the text asked for last are remembered. */
function lineStarts(text: string): number[] {
  if (last.text === text) return last.starts
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  last = { text, starts }
  return starts
}

/** Offset of the first character of the line that holds this offset, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  return start === 0 && text.startsWith(BOM) ? 1 : start
}

/** Offset of the line end (before `\r\n` or `\n`) of the line that holds this offset. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  if (end === -1) return text.length
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}

/** Offset of the line after the one that holds this offset; the text's length when there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/** Characters between the start of its line and this offset. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}
