import { columnOf, lineEnd, lineStart, nextLine } from './lines'
import type { Slot } from './slots'

/** True when nothing but spaces stands before an entry on its line. */
export function beginsLine(text: string, slot: Slot): boolean {
  return text.slice(lineStart(text, slot.start), slot.start).trim() === ''
}

/**
 * Where the lines of an entry begin with the comment that is its own: the comment lines directly above it, in its column.
 * A comment on top of the file is the file's. For an entry that begins its line.
 */
export function ownStart(text: string, slot: Slot): number {
  const column = columnOf(text, slot.start)
  const first = lineStart(text, slot.start)
  let start = first
  while (start > 0) {
    const above = lineStart(text, start - 1)
    if (above >= start || text.slice(above, above + column).trim() !== '' || text[above + column] !== '#') break
    start = above
  }
  const head = text.slice(0, start)
  return /^\uFEFF?(?:---[^\n]*\n)?$/.test(head) ? first : start
}

/** Where the lines of an entry end, behind the line end: with the deeper comments that follow its value. */
export function ownEnd(text: string, slot: Slot, column: number): number {
  let own = endsLine(text, slot) ? slot.end : nextLine(text, slot.end)
  for (let line = own; line < text.length; line = nextLine(text, line)) {
    const content = text.slice(line, lineEnd(text, line))
    const trimmed = content.trimStart()
    if (trimmed === '') continue
    if (!trimmed.startsWith('#') || content.length - trimmed.length <= column) break
    own = nextLine(text, line)
  }
  return own
}

/** The same without the last line end. */
export function ownEndInLine(text: string, slot: Slot, column: number): number {
  return withoutLineEnd(text, ownEnd(text, slot, column))
}

/** True for an entry that ends with a block scalar, whose range has its line end. */
function endsLine(text: string, slot: Slot): boolean {
  return slot.end > slot.start && text[slot.end - 1] === '\n'
}

/** The offset before the line end that stands right before this offset. */
export function withoutLineEnd(text: string, offset: number): number {
  if (text[offset - 1] !== '\n') return offset
  return text[offset - 2] === '\r' ? offset - 2 : offset - 1
}
