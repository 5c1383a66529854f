import { isMap } from 'yaml'
import type { EditResult } from './edit'
import { lineEnd, lineStart, nextLine } from './lines'
import { beginsLine, ownEnd, ownEndInLine, ownStart, withoutLineEnd } from './own-lines'
import type { Place, Step } from './place'
import { columnOfSlots, slotsOf, type Collection, type Slot } from './slots'
import { firstFitting, spliced, type Splice } from './splice'
import { childrenOf, expectedAt } from './verify'
import { trailingComma } from './insert'

/** Takes an entry or item out with the comments that are its own; the last one leaves `{}` or `[]`. */
export function removeAt(place: Place, owner: Place, { collection, index }: Step): EditResult {
  const { text } = place.yaml
  const children = childrenOf(collection)
  children.splice(index, 1)
  const expected = expectedAt(owner.steps, { map: isMap(collection), children })
  const slots = slotsOf(collection)
  const slot = slots[index]
  if (!slot) return { ok: true, text }
  const ways = collection.flow
    ? [fromBrackets(text, collection, slots, index)]
    : slots.length === 1
      ? emptied(text, owner, collection, slot)
      : fromBlock(text, columnOfSlots(text, collection), slots, index)
  return firstFitting(
    place,
    expected,
    ways.map((splices) => spliced(text, splices)),
  )
}

/** Whole lines; blank lines beside them go too where two would meet or the file would end with one. */
function fromBlock(text: string, column: number, slots: readonly Slot[], index: number): Splice[][] {
  const slot = slots[index]
  if (!slot) return []
  const end = ownEnd(text, slot, column)
  if (!beginsLine(text, slot)) {
    const next = end + (/\S/.exec(text.slice(end))?.index ?? 0)
    return [[{ from: slot.start, to: next, text: '' }]]
  }
  const start = ownStart(text, slot)
  const blanksAbove = blankLinesAbove(text, start)
  const blanksBelow = blankLinesBelow(text, end)
  const plain: Splice = { from: start, to: end, text: '' }
  const withBelow: Splice = { from: start, to: blanksBelow, text: '' }
  if (blanksBelow === text.length) {
    const ends = [blanksAbove, start].map((from): Splice => ({ from, to: text.length, text: '' }))
    if (text.endsWith('\n')) return [...ends, plain].map((splice) => [splice])
    // The newline that is missing at the end stays missing, unless the value before it needs one.
    return [...ends.map((splice) => ({ ...splice, from: withoutLineEnd(text, splice.from) })), ...ends].map(
      (splice) => [splice],
    )
  }
  const preferBelow = blanksBelow > end && (blanksAbove < start || isTop(text, start))
  return (preferBelow ? [withBelow, plain] : [plain, withBelow]).map((splice) => [splice])
}

/** The only entry: its parent becomes `{}` or `[]` behind its own key or dash, and the comment there stays. */
function emptied(text: string, owner: Place, collection: Collection, slot: Slot): Splice[][] {
  const empty = isMap(collection) ? '{}' : '[]'
  const column = columnOfSlots(text, collection)
  const to = ownEndInLine(text, slot, column)
  const head = owner.slot?.head
  if (!beginsLine(text, slot) || head === undefined) return [[{ from: slot.start, to, text: empty }]]
  const mark = Math.max(head, owner.slot?.tag ? owner.slot.tag.offset + owner.slot.tag.source.length : 0)
  const from = withoutLineEnd(text, ownStart(text, slot))
  const rest = /^[ \t]*(?=\r?\n)/.exec(text.slice(mark))?.[0].length ?? 0
  const inserted = { from: mark, to: mark + rest, text: ` ${empty}` }
  return [
    [inserted, { from: Math.max(from, mark + rest), to, text: '' }],
    [inserted, { from: ownStart(text, slot), to: ownEnd(text, slot, column), text: '' }],
  ]
}

/** In brackets: the item and one comma; its line where it has one; comments stay. */
function fromBrackets(text: string, collection: Collection, slots: readonly Slot[], index: number): Splice[] {
  const slot = slots[index]
  if (!slot) return []
  if (!collection.srcToken) return [{ from: slot.start, to: slot.end, text: '{}' }]
  const before = slots[index - 1]
  const next = slots[index + 1]
  if (next) {
    const comma = commaAfter(text, slot.end)
    const ownLine = beginsLine(text, slot) && /^[ \t]*\r?\n/.test(text.slice(comma + 1))
    if (ownLine) return [{ from: lineStart(text, slot.start), to: nextLine(text, comma), text: '' }]
    const gap = /^[ \t]*/.exec(text.slice(comma + 1))?.[0].length ?? 0
    const newline = /^[ \t]*(?:\r?\n|#)/.test(text.slice(comma + 1))
    const between = text.slice(slot.end, comma)
    const to = comma + 1 + (newline ? 0 : gap)
    if (between.trim() === '') return [{ from: newline ? spaceBefore(text, slot.start) : slot.start, to, text: '' }]
    return [
      { from: slot.start, to: slot.end, text: '' },
      { from: comma, to: comma + 1, text: '' },
    ]
  }
  const trailing = trailingComma(collection)
  if (trailing !== undefined && before) return upToComma(text, before, slot, trailing)
  if (!before) return onlyOne(text, collection, slot, trailing)
  const comma = commaAfter(text, before.end)
  if (text.slice(comma + 1, slot.start).trim() === '') return [{ from: comma, to: slot.end, text: '' }]
  return [
    { from: comma, to: comma + 1, text: '' },
    { from: slot.start, to: slot.end, text: '' },
  ]
}

function upToComma(text: string, before: Slot, slot: Slot, trailing: number): Splice[] {
  const comma = commaAfter(text, before.end)
  if (text.slice(comma + 1, slot.start).trim() === '' && text.slice(slot.end, trailing).trim() === '') {
    return [{ from: comma + 1, to: trailing + 1, text: '' }]
  }
  return [
    { from: slot.start, to: slot.end, text: '' },
    { from: trailing, to: trailing + 1, text: '' },
  ]
}

function onlyOne(text: string, collection: Collection, slot: Slot, trailing: number | undefined): Splice[] {
  const [from = 0, to = 0] = collection.range ?? []
  const rest =
    text.slice(from + 1, slot.start) +
    text.slice(slot.end, trailing ?? slot.end) +
    text.slice((trailing ?? slot.end - 1) + 1, to - 1)
  if (rest.trim() === '') return [{ from: from + 1, to: to - 1, text: '' }]
  const comma: Splice[] = trailing === undefined ? [] : [{ from: trailing, to: trailing + 1, text: '' }]
  return [{ from: slot.start, to: slot.end, text: '' }, ...comma]
}

/** The comma that follows an item, past spaces and comments. */
function commaAfter(text: string, offset: number): number {
  let at = offset
  while (at < text.length && text[at] !== ',') {
    at = text[at] === '#' ? lineEnd(text, at) : at + 1
  }
  return at
}

function spaceBefore(text: string, offset: number): number {
  let at = offset
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--
  return at
}

function blankLinesAbove(text: string, start: number): number {
  let at = start
  while (at > 0) {
    const above = lineStart(text, at - 1)
    if (above >= at || text.slice(above, at).trim() !== '') break
    at = above
  }
  return at
}

function blankLinesBelow(text: string, end: number): number {
  const blank = /^(?:[ \t]*\r?\n)*(?:[ \t]*$)?/.exec(text.slice(end))
  return end + (blank?.[0].length ?? 0)
}

function isTop(text: string, start: number): boolean {
  return text.slice(0, start).replace('\uFEFF', '') === ''
}
