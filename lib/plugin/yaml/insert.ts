import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import type { EditResult } from './edit'
import { columnOf, lineEnd, lineStart } from './lines'
import { nodeOrNull } from './nodes'
import { beginsLine, ownEnd, ownStart } from './own-lines'
import { anchored } from './locate'
import { nowhere, refusal, type Place, type Refusal } from './place'
import { gapOf, replaceNode } from './replace'
import { columnOfSlots, isEmpty, slotsOf, type Collection, type Slot } from './slots'
import { firstFitting, spliced, type Splice } from './splice'
import { styleOf } from './style'
import { childrenOf, expectedAt, type Expected } from './verify'
import { keyText, plainValue } from './value'
import { flowEntry, flowText, waysOfEntry, waysOfItem } from './written'
import type { Quotes } from './scalar-text'

/** A new item, or a new entry where there is a key. */
export interface Addition {
  key?: string
  value: unknown
}

/** Puts an item or entry before the one at `index` of the collection at a place; an empty place becomes a collection. */
export function insertAt(place: Place, addition: Addition, index: number | undefined): EditResult {
  const { node } = place
  const { key, value } = addition
  if (isEmpty(node) || (isScalar(node) && plainValue(node) === null)) {
    return replaceNode(place, key === undefined ? [value] : single(key, value))
  }
  if (key === undefined ? !isSeq(node) : !isMap(node)) return nowhere(place, key ?? '-')
  if (!isMap(node) && !isSeq(node)) return nowhere(place, key ?? '-')
  const taken = key !== undefined && isMap(node) ? takenKey(place, node, key) : undefined
  if (taken) return taken
  const count = node.items.length
  const at = Math.max(0, Math.min(index ?? count, count))
  if (count === 0 && !place.flow && !commented(place)) {
    return replaceNode(place, key === undefined ? [value] : single(key, value))
  }
  const expected = expectedWith(place, node, addition, at)
  const { text } = place.yaml
  const texts = node.flow
    ? [spliced(text, intoBrackets(place, node, addition, at))]
    : intoBlock(place, node, [addition], at).map((splices) => spliced(text, splices))
  return firstFitting(place, expected, texts)
}

/** Appends items to a list whose items stand on lines, in one reading; undefined where they stand otherwise. */
export function appendAt(place: Place, values: readonly unknown[]): EditResult | undefined {
  const { node } = place
  if (!isSeq(node) || node.flow || node.items.length === 0) return undefined
  const additions = values.map((value) => ({ value }))
  const children = [...childrenOf(node), ...additions.map(({ value }) => ({ expected: { value } }))]
  const texts = intoBlock(place, node, additions, node.items.length).map((splices) => spliced(place.yaml.text, splices))
  return firstFitting(place, expectedAt(place.steps, { map: false, children }), texts)
}

function single(key: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[key, value]])
}

function takenKey(place: Place, map: YAMLMap, key: string): Refusal | undefined {
  const same = map.items.find(
    (pair) => keyText(pair.key, place.yaml.text, (name) => anchored(place.yaml, name)) === key,
  )
  return (
    same &&
    refusal(place.yaml, nodeOrNull(same.key)?.range?.[0] ?? 0, `Choose another name: "${key}" is there already.`)
  )
}

/** True for empty brackets that hold a comment, which must stay. */
function commented(place: Place): boolean {
  const [from = 0, to = 0] = place.node?.range ?? []
  return place.yaml.text.slice(from, to).includes('#')
}

function expectedWith(place: Place, node: Collection, { key, value }: Addition, at: number): Expected {
  const children = childrenOf(node)
  children.splice(at, 0, { key, expected: { value } })
  return expectedAt(place.steps, { map: isMap(node), children })
}

/** Whole lines, behind the lines of the entry before or above those of the first. */
function intoBlock(place: Place, node: Collection, additions: readonly Addition[], at: number): Splice[][] {
  const { text } = place.yaml
  const style = styleOf(place.yaml)
  const slots = slotsOf(node)
  const column = columnOfSlots(text, node)
  const before = slots[at - 1]
  const neighbour = before ?? slots[0]
  const gap = gapOf(text, slots.find((slot) => gapOf(text, slot) > 1) ?? neighbour)
  const each = additions.map(({ key, value }) =>
    key === undefined
      ? waysOfItem(value, column, gap, style)
      : waysOfEntry(key, value, column, style, quotesOf(neighbour)),
  )
  const most = Math.max(...each.map(({ length }) => length))
  const ways = Array.from({ length: most }, (_, way) => each.flatMap((ways) => ways[way] ?? ways.at(-1) ?? []))
  if (!before) return neighbour ? ways.map((lines) => [aboveFirst(text, neighbour, lines, style.eol)]) : []
  const end = ownEnd(text, before, column)
  const behind = end > 0 && text[end - 1] !== '\n'
  return ways.flatMap((lines) => {
    const written = lines.map((line) => (behind ? style.eol + line : line + style.eol)).join('')
    const splice = { from: end, to: end, text: written }
    return behind ? [[splice], [...strippedEnd(text), splice]] : [[splice]]
  })
}

/**
 * Without a final newline the last block scalar ends without one; with lines behind it the header must say so.
 */
function strippedEnd(text: string): Splice[] {
  const header = [...text.matchAll(/[|>][0-9]?\+?(?=[ \t]*(?:#[^\n]*)?\r?\n)/g)].at(-1)
  if (!header) return []
  const end = header.index + header[0].length
  return [{ from: header[0].endsWith('+') ? end - 1 : end, to: end, text: '-' }]
}

function aboveFirst(text: string, first: Slot, lines: readonly string[], eol: string): Splice {
  const column = columnOf(text, first.start)
  if (beginsLine(text, first)) {
    const at = ownStart(text, first)
    return { from: at, to: at, text: lines.map((line) => line + eol).join('') }
  }
  const moved =
    lines
      .map((line) => line + eol)
      .join('')
      .slice(column) + ' '.repeat(column)
  return { from: first.start, to: first.start, text: moved }
}

/** Into brackets: on the line of its neighbour, or on its own where the neighbour has one. */
function intoBrackets(place: Place, node: Collection, { key, value }: Addition, at: number): Splice[] {
  const { text } = place.yaml
  const { eol } = styleOf(place.yaml)
  const slots = slotsOf(node)
  const next = slots[at]
  const last = slots.at(-1)
  const entry = key === undefined ? flowText(value) : flowEntry(key, value, quotesOf(next ?? last))
  const [from = 0, to = 0] = node.range ?? []
  if (!node.srcToken) return pairInBrackets(from, to, entry, at)
  if (next) {
    const gap = beginsLine(text, next) ? eol + ' '.repeat(columnOf(text, next.start)) : ' '
    return [{ from: next.start, to: next.start, text: `${entry},${gap}` }]
  }
  if (!last) return [{ from: from + 1, to: from + 1, text: entry }]
  const comma = trailingComma(node)
  const ownLine = beginsLine(text, last) && lineStart(text, last.start) > from
  if (!ownLine) {
    return comma === undefined
      ? [{ from: last.end, to: last.end, text: `, ${entry}` }]
      : [{ from: comma + 1, to: comma + 1, text: ` ${entry},` }]
  }
  const line = `${eol}${' '.repeat(columnOf(text, last.start))}${entry}`
  if (comma !== undefined) {
    const end = Math.min(lineEnd(text, comma), to - 1)
    return [{ from: end, to: end, text: `${line},` }]
  }
  const end = Math.min(lineEnd(text, last.end), to - 1)
  return [
    { from: last.end, to: last.end, text: ',' },
    { from: end, to: end, text: line },
  ]
}

/** `[a: 1]` has a map without brackets of its own: with a second entry it needs them. */
function pairInBrackets(from: number, to: number, entry: string, at: number): Splice[] {
  return [
    { from, to: from, text: at === 0 ? `{${entry}, ` : '{' },
    { from: to, to, text: at === 0 ? '}' : `, ${entry}}` },
  ]
}

/** Offset of the comma behind the last item. */
export function trailingComma(node: Collection): number | undefined {
  const token = node.srcToken
  if (token?.type !== 'flow-collection') return undefined
  const item = token.items.at(-1)
  return item && !item.key && !item.sep && !item.value
    ? item.start.find((part) => part.type === 'comma')?.offset
    : undefined
}

/** Keys in double quotes beside a key in double quotes. */
function quotesOf(slot: Slot | undefined): Quotes {
  return isScalar(slot?.key) && slot.key.type === 'QUOTE_DOUBLE' ? 'QUOTE_DOUBLE' : undefined
}
