import { isMap, isScalar, isSeq, type CST, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { columnOf } from './lines'
import { nodeOrNull } from './nodes'

export type Collection = YAMLMap | YAMLSeq

/** One entry of a map or item of a list, with the offsets that edits splice at. */
export interface Slot {
  key: Node | null
  node: Node | null
  /** Of the first thing that is the entry's: `?`, an anchor or tag of the key, the key, or the dash. */
  start: number
  /** Behind the colon or dash and the anchor of the value: where a value goes that is empty so far. */
  head: number
  /** Behind the value; behind the line end of a block scalar. */
  end: number
  /** The tag of the value. */
  tag?: CST.SourceToken
  /** False for a key without a colon (`? a`, `{a}`). */
  colon: boolean
}

/** The entries or items of a collection in order. */
export function slotsOf(collection: Collection): Slot[] {
  const tokens = isMap(collection) ? [] : itemTokens(collection)
  return collection.items.map((_, index) => slotFrom(collection, tokens, index))
}

/** One entry or item of a collection. */
export function slotAt(collection: Collection, index: number): Slot {
  return slotFrom(collection, isMap(collection) ? [] : itemTokens(collection), index)
}

function slotFrom(collection: Collection, tokens: readonly CST.CollectionItem[], index: number): Slot {
  if (!isMap(collection)) return slotOf(tokens[index], null, nodeOrNull(collection.items[index]), false)
  const pair = collection.items[index]
  return slotOf(pair?.srcToken, nodeOrNull(pair?.key), nodeOrNull(pair?.value), true)
}

/** The tokens of a list that stand for items, not for comments or a trailing comma. */
function itemTokens(list: YAMLSeq): CST.CollectionItem[] {
  const token = list.srcToken
  if (token?.type === 'block-seq') return token.items.filter((item) => item.start.some(isDash))
  if (token?.type !== 'flow-collection') return []
  return token.items.filter(
    (item) => item.sep || item.value || item.start.some((part) => isProp(part) || part.type === 'explicit-key-ind'),
  )
}

function slotOf(token: CST.CollectionItem | undefined, key: Node | null, node: Node | null, inMap: boolean): Slot {
  const start = token?.start ?? []
  const before = inMap ? (token?.sep ?? []) : start
  const marks = before.filter((part) => isProp(part) || part.type === (inMap ? 'map-value-ind' : 'seq-item-ind'))
  const tag = marks.find((part) => part.type === 'tag')
  const last = marks.findLast((part) => part.type !== 'tag')
  const first = start.find((part) => isProp(part) || isDash(part) || part.type === 'explicit-key-ind')
  const keyEnd = key ? contentEnd(key) : 0
  const from = first?.offset ?? key?.range?.[0] ?? marks[0]?.offset ?? node?.range?.[0] ?? 0
  const head = last ? last.offset + last.source.length : Math.max(keyEnd, inMap ? 0 : from)
  const lastMark = marks.at(-1)
  const marksEnd = lastMark ? lastMark.offset + lastMark.source.length : head
  return {
    key,
    node,
    start: from,
    head,
    end: node && !isEmpty(node) ? contentEnd(node) : Math.max(head, marksEnd, keyEnd),
    tag,
    colon: !inMap || before.some((part) => part.type === 'map-value-ind'),
  }
}

/** Where a node's own text ends: behind its last value, without the comments and blank lines that follow. */
export function contentEnd(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    if (node.items.length > 0) return slotAt(node, node.items.length - 1).end
  }
  return node.range?.[1] ?? 0
}

/** True for a value that is not written at all. */
export function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1])
}

/** True for a list or map that is written by indentation. */
export function isBlock(node: Node | null): node is Collection {
  return (isMap(node) || isSeq(node)) && !node.flow
}

/** The column in which the entries of a block collection begin. */
export function columnOfSlots(text: string, collection: Collection): number {
  return collection.items.length > 0 ? columnOf(text, slotAt(collection, 0).start) : 0
}

function isProp(token: CST.SourceToken): boolean {
  return token.type === 'anchor' || token.type === 'tag'
}

function isDash(token: CST.SourceToken): boolean {
  return token.type === 'seq-item-ind'
}
