import { currencyPathOf, isAt, type CellText } from './cells-together'
import type { Column } from './item-table'
import { readPriceNote } from './read-price'

/** A column of a sheet; its head may say what its prices are in and for. */
export interface Head {
  column: Column
  says: readonly CellText[]
}

/** What the heads of a sheet are; undefined for those that are no column, and for a second one of the same. */
export function headsOf(titles: readonly string[], columns: readonly Column[]): (Head | undefined)[] {
  const seen = new Set<Column>()
  return titles.map((title) => {
    const head = headOf(title, columns)
    if (!head || seen.has(head.column)) return undefined
    seen.add(head.column)
    return head
  })
}

function headOf(title: string, columns: readonly Column[]): Head | undefined {
  const [, words = '', note = ''] = /^([^([]*)(?:[([]([^)\]]*)[)\]]\s*)?$/.exec(title) ?? []
  const column = columns.find((each) => isNamed(each, title)) ?? columns.find((each) => isNamed(each, words))
  if (!column) return undefined
  const { price } = column.node?.meta ?? {}
  // "Context (K)" counts in something else.
  if (!price) return /\d|^\s*(?:k|m|thousand|million)\b/i.test(note) ? undefined : { column, says: [] }
  const said = readPriceNote(note)
  if (!said) return undefined
  const unitPath = [...column.at.slice(0, -1), price.unit]
  const columnAt = (path: Column['at'] | undefined, text: string | undefined) => {
    const found = path && columns.find((each) => isAt(each.at, path))
    return found && text !== undefined ? [{ column: found, text }] : []
  }
  return { column, says: [...columnAt(currencyPathOf(column), said.currency), ...columnAt(unitPath, said.unit)] }
}

function isNamed({ title, at, also }: Column, head: string): boolean {
  const wanted = plain(head)
  return wanted !== '' && [title, at.join('.'), String(at.at(-1)), ...also].some((name) => plain(name) === wanted)
}

/** `context_size`, "Context-Size" and " context size " are one. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim()
