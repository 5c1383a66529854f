import type { FieldNode } from '../schema/field-tree'
import { readDigits } from './read-number'
import { readCurrency, readPrice, readUnit } from './read-price'

/** What a cell means; a price may say its `currency` besides. */
export type CellValue =
  { ok: true; value: unknown; currency?: string } | { ok: 'empty' } | { ok: false; problem: string }

/** A value as its cell shows it: words of a list behind each other, yes for true, nothing where there is nothing. */
export function textOfCell(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.map((each) => textOfCell(each)).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The value that a text means in a field; its problem as one sentence. Numbers and prices are read as sheets write them. */
export function valueOfCell(node: FieldNode | undefined, text: string): CellValue {
  const trimmed = text.trim()
  if (trimmed === '' || !node) return trimmed === '' ? { ok: 'empty' } : { ok: true, value: trimmed }
  const only = (...types: string[]) => node.types.length > 0 && node.types.every((type) => types.includes(type))
  if (only('boolean')) return flag(trimmed)
  if (only('integer', 'number')) return number(trimmed, only('integer'))
  if (node.items) return words(node.items, trimmed)
  if (node.meta.currency) return readCurrency(trimmed)
  const word = wordOf(node, trimmed)
  if (node.meta.widget === 'price') return node.meta.price ? readPrice(word) : readUnit(word)
  if (node.words && !node.words.includes(word)) return { ok: false, problem: oneOf(trimmed, node.words) }
  return { ok: true, value: word }
}

/** A word that is written as people read it: "Chat" for `chat`. */
function wordOf({ meta }: FieldNode, text: string): string {
  const wanted = text.toLowerCase()
  return Object.entries(meta.choices ?? {}).find(([, { title }]) => title.toLowerCase() === wanted)?.[0] ?? text
}

/** A cell as it is looked at: words of a choice as people read them. */
export function shownInCell(node: FieldNode | undefined, text: string): string {
  return (node?.items === undefined && node?.meta.choices?.[text]?.title) || text
}

function flag(text: string): CellValue {
  if (/^(yes|true|x|1)$/i.test(text)) return { ok: true, value: true }
  return /^(no|false|0|-|–)$/i.test(text)
    ? { ok: 'empty' }
    : { ok: false, problem: `Write yes or no instead of ${text}.` }
}

function number(text: string, whole: boolean): CellValue {
  // Models are said to take 128K tokens.
  const [, count = text, scale = ''] = (whole ? /^(.*\d)\s*([km])(?:\s+tokens)?$/i.exec(text) : undefined) ?? []
  const [, minus = '', digits = ''] = /^([-\u2212])?(.*)$/.exec(count) ?? []
  const read = readDigits(digits)
  const [thousands, broken] = read.ok === 'unclear' ? read.either : []
  // What has no fraction is whole.
  if (thousands !== undefined && broken !== undefined && !whole && !broken.endsWith('.000'))
    return { ok: false, problem: `Write ${thousands} or ${broken} instead of ${text}: it can be read as both.` }
  const plain = thousands ?? (read.ok === true ? read.digits : '')
  if (whole && scale === '' && /^[1-9]\d{0,2}\.\d{3}$/.test(digits))
    return {
      ok: false,
      problem: `Write ${digits.replace('.', '')} or ${Math.trunc(Number(digits))} instead of ${text}: it can be read as both.`,
    }
  const size = Number(plain) * (/k/i.test(scale) ? 1e3 : /m/i.test(scale) ? 1e6 : 1)
  const value = Number((minus === '' ? size : -size).toPrecision(15))
  return plain !== '' && (!whole || Number.isSafeInteger(value))
    ? { ok: true, value }
    : { ok: false, problem: `Write a ${whole ? 'whole ' : ''}number instead of ${text}.` }
}

function words(item: FieldNode, text: string): CellValue {
  const list = text.split(/[\s,;|]+/).filter((word) => word !== '')
  const known = item.words
  const unknown = known && list.find((word) => !known.includes(word))
  return unknown === undefined ? { ok: true, value: list } : { ok: false, problem: oneOf(unknown, known ?? []) }
}

function oneOf(text: string, known: readonly string[]): string {
  return `Write ${known.slice(0, 10).join(', ')}${known.length > 10 ? ' …' : ''} instead of ${text}.`
}
