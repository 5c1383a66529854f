import { isScalar, type Node } from 'yaml'
import { blockText } from './block-text'
import { isRecord } from './nodes'
import { scalarText, type Quotes } from './scalar-text'
import type { Style } from './style'
import { entriesOf } from './verify'

/** A value as text: what goes behind the key or dash, and the whole lines below (without line ends). */
export interface Written {
  head: string
  body: string[]
}

/** Where a value is written. */
export interface Where {
  /** Column of the key or dash that it belongs to; 0 for the root. */
  column: number
  under: 'key' | 'dash' | 'root'
  /** Spaces behind the dashes of this list. */
  gap: number
  /** Inside of brackets. */
  flow: boolean
  style: Style
  /** The scalar that was there: its quotes and block style are kept. */
  old?: Node | null
  /** Column of the lines of the block scalar that was there. */
  oldIndent?: number
  /** False where a comment stands behind the dash, so that lists and maps begin on the next line. */
  compact: boolean
}

/** The ways to write a value at a place, the best first; the last one has no lines below and fits everywhere. */
export function waysToWrite(value: unknown, where: Where): Written[] {
  if (typeof value === 'string') {
    const block = where.flow ? undefined : blockOf(value, where)
    const line = { head: scalarText(value, quotesOf(where.old), where.flow), body: [] }
    return block ? [block, line] : [line]
  }
  const inBrackets = { head: flowText(value), body: [] }
  return where.flow || !isFilled(value) ? [inBrackets] : [collection(value, where), inBrackets]
}

function blockOf(value: string, where: Where): Written | undefined {
  const type = quotesOf(where.old)
  const wasBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
  if (!wasBlock && !value.includes('\n')) return undefined
  const indent = where.oldIndent ?? contentColumn(where)
  const block = blockText(value, { folded: type === 'BLOCK_FOLDED', indent, base: where.column, width: 100 })
  return block && { head: block.header, body: block.lines }
}

function contentColumn(where: Where): number {
  return where.under === 'dash' ? where.column + 1 + where.gap : where.column + where.style.step
}

function quotesOf(node: Node | null | undefined): Quotes {
  return isScalar(node) ? node.type : undefined
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && entriesOf(value).length > 0
}

/** A filled list or map by indentation: below its key, or beginning right behind the dash. */
function collection(value: unknown, where: Where): Written {
  const { column, under, style } = where
  const offset = Array.isArray(value) ? style.list : style.step
  const indent = under === 'root' ? 0 : under === 'key' ? column + offset : contentColumn(where)
  const lines = linesOf(value, indent, style)
  if (under === 'key' || !where.compact) return { head: '', body: lines }
  const [first = '', ...body] = lines
  return { head: first.slice(indent), body }
}

function linesOf(value: unknown, indent: number, style: Style): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, indent, style))
  return isRecord(value) ? entriesOf(value).flatMap(([key, entry]) => entryLines(key, entry, indent, style)) : []
}

/** The lines of one entry of a map in this column. */
function entryLines(key: string, value: unknown, column: number, style: Style): string[] {
  return waysOfEntry(key, value, column, style)[0] ?? []
}

/** The ways to write an entry in this column, the best first; the last has one line. */
export function waysOfEntry(key: string, value: unknown, column: number, style: Style, quotes?: Quotes): string[][] {
  const ways = waysToWrite(value, { column, under: 'key', gap: 1, flow: false, style, compact: true })
  return ways.map((written) => lined(`${scalarText(key, quotes, false)}:`, written, column, 1))
}

/** The lines of one item of a list in this column. */
function itemLines(value: unknown, column: number, style: Style): string[] {
  return waysOfItem(value, column, 1, style)[0] ?? []
}

/** The ways to write an item in this column, `gap` spaces behind its dash; the last has one line. */
export function waysOfItem(value: unknown, column: number, gap: number, style: Style): string[][] {
  const ways = waysToWrite(value, { column, under: 'dash', gap, flow: false, style, compact: true })
  return ways.map((written) => lined('-', written, column, gap))
}

function lined(mark: string, written: Written, column: number, gap: number): string[] {
  const head = written.head === '' ? '' : ' '.repeat(gap) + written.head
  return [' '.repeat(column) + mark + head, ...written.body]
}

/** Any value on one line, in brackets. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (isRecord(value))
    return `{${entriesOf(value)
      .map(([key, entry]) => flowEntry(key, entry))
      .join(', ')}}`
  return scalarText(primitive(value), undefined, true)
}

/** One entry of a map in brackets. */
export function flowEntry(key: string, value: unknown, quotes?: Quotes): string {
  return `${scalarText(key, quotes, true)}: ${flowText(value)}`
}

function primitive(value: unknown): string | number | bigint | boolean | null {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value
    default:
      return null
  }
}
