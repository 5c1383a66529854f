/** The offset in a file's own text of a position as the editor counts it, which does not see a byte order mark. */
export function offsetIn(text: string, line: number, column: number): number {
  let start = text.startsWith('\uFEFF') ? 1 : 0
  const breaks = /\r\n|\r|\n/g
  breaks.lastIndex = start
  for (let at = 1; at < line; at += 1) {
    if (!breaks.exec(text)) break
    start = breaks.lastIndex
  }
  return start + column - 1
}

/** The position of an offset; the inverse of `offsetIn`. */
export function positionIn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = text.startsWith('\uFEFF') ? 1 : 0
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    if (match.index + match[0].length > offset) break
    line += 1
    start = match.index + match[0].length
  }
  return { line, column: offset - start + 1 }
}
