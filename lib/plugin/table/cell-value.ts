import type { FieldNode } from '../schema/field-tree'

export type CellValue = { ok: true; value: unknown } | { ok: 'empty' } | { ok: false; problem: string }

/** A value as its cell shows it: words of a list behind each other, yes for true, nothing where there is nothing. */
export function textOfCell(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.map((each) => textOfCell(each)).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The value that a text means in a field; its problem as one sentence. Numbers may have commas between thousands, as sheets write them. */
export function valueOfCell(node: FieldNode | undefined, text: string): CellValue {
  const trimmed = text.trim()
  if (trimmed === '' || !node) return trimmed === '' ? { ok: 'empty' } : { ok: true, value: trimmed }
  const only = (...types: string[]) => node.types.length > 0 && node.types.every((type) => types.includes(type))
  if (only('boolean')) return flag(trimmed)
  if (only('integer', 'number')) return number(trimmed, only('integer'))
  if (node.items) return words(node.items, trimmed)
  const word = wordOf(node, trimmed)
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
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  const value = Number(plain)
  const fits = /^-?(\d+\.?\d*|\.\d+)$/.test(plain) && (!whole || Number.isSafeInteger(value))
  return fits
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
