import type { YamlPath } from '../yaml/parse'
import { valueOfCell } from './cell-value'
import type { Column } from './item-table'

export interface CellText {
  column: Column
  text: string
}

/** Text of what a row has at a place; "" where there is nothing. */
export type TextAt = (path: YamlPath) => string

/** The path of the currency that belongs to a price. */
export function currencyPathOf({ at, node }: Column): YamlPath | undefined {
  const key = node?.meta.price?.currency
  return key === undefined ? undefined : [...at.slice(0, -1), key]
}

/**
 * Why a cell cannot be written into its row beside the other `cells`: its text means nothing, its price is in another currency than the
 * row's, the map made for it would lack what only people can
 * say, or the map around it would lose what it has to hold.
 */
export function troubleOfCell(
  { column, text }: CellText,
  cells: readonly CellText[],
  there: TextAt,
): string | undefined {
  const read = valueOfCell(column.node, text)
  if (read.ok === false) return read.problem
  const after = (path: YamlPath) => {
    const given = cells.find((each) => isAt(each.column.at, path))
    const value = given && valueOfCell(given.column.node, given.text)
    return value === undefined ? there(path) : value.ok === true ? String(value.value) : ''
  }
  if (read.ok === 'empty') {
    if (!column.goesEmpty || !column.isRequired || there(column.at) === '') return undefined
    const left = column.siblings.filter(({ path, isFilled }) => !isFilled && after(path) !== '')
    return left.length === 0
      ? undefined
      : `Empty ${left.map(({ title }) => title).join(' and ')} as well, or keep a value here: without it the SDK refuses what stands beside it.`
  }
  const currencyPath = currencyPathOf(column)
  const currency = currencyPath && after(currencyPath)
  if (read.currency !== undefined && currency && currency !== read.currency)
    return `Write ${read.currency} under Currency too, or the price in ${currency}: ${text.trim()} is in ${read.currency}.`
  const needs = column.siblings.filter(({ isRequired, isFilled }) => column.goesEmpty && isRequired && !isFilled)
  const lacking = needs.find(({ path }) => after(path) === '')
  return lacking && there(column.at) === '' && !hasSiblings(column, there)
    ? `Fill in ${lacking.title} as well: without it the SDK refuses what stands beside it.`
    : undefined
}

/** Whether the row has anything beside the place of a column already that has to stand there. */
const hasSiblings = ({ siblings }: Column, there: TextAt) =>
  siblings.some(({ path, isRequired }) => isRequired && there(path) !== '')

/** Whether two places of a document are one. */
export function isAt(one: YamlPath, other: YamlPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index])
}
