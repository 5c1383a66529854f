import { addItem } from '../edit/add-item'
import { andThen, type Edited } from '../edit/edited'
import type { Files } from '../files'
import { documentTypeOf, placeOf } from '../references'
import { valueOfCell } from './cell-value'
import { cellsFromSheet } from './cells'
import type { Column, ItemRow } from './item-table'
import { setCells, type CellEdit } from './set-cells'

/** What a pasted sheet would change. */
export interface SheetPlan {
  edits: readonly CellEdit[]
  /** Rows of names that there are not yet. */
  added: readonly { name: string; cells: readonly { column: Column; text: string }[] }[]
  /** Heads that are no column. */
  unknown: readonly string[]
  /** Cells that mean nothing in their column, a sentence each. */
  problems: readonly string[]
}

/**
 * Reads a sheet whose first line names the columns, by title or by key, and whose first column names the rows. Cells that are so already
 * and empty cells change nothing.
 */
export function planSheet(text: string, columns: readonly Column[], rows: readonly ItemRow[]): SheetPlan | undefined {
  const [head = [], ...lines] = cellsFromSheet(text)
  const [, ...titles] = head
  if (lines.length === 0 || titles.length === 0) return undefined
  const found = titles.map((title) => columns.find((column) => isNamed(column, title)))
  const named = new Map(rows.map((row) => [row.name, row]))
  const edits: CellEdit[] = []
  const added: { name: string; cells: { column: Column; text: string }[] }[] = []
  const problems: string[] = []
  for (const [name = '', ...cells] of lines) {
    if (name.trim() === '') continue
    const row = named.get(name.trim())
    const given = cells.flatMap((cell, index) => {
      const column = found[index]
      if (!column || cell.trim() === '' || row?.cells[columns.indexOf(column)] === cell.trim()) return []
      const read = valueOfCell(column.node, cell)
      if (read.ok === false) problems.push(`${column.title} of ${name.trim()}: ${read.problem}`)
      return read.ok === false ? [] : [{ column, text: cell }]
    })
    if (row) edits.push(...given.map((cell) => ({ ...cell, file: row.file })))
    else added.push({ name: name.trim(), cells: given })
  }
  return { edits, added, unknown: titles.filter((title, index) => title.trim() !== '' && !found[index]), problems }
}

/** The files with the plan carried out. New rows are added where `like`, one of the rows, is listed. */
export function applySheet(files: Files, plan: SheetPlan, like: string | undefined): Edited {
  const parent = like === undefined ? undefined : placeOf(files, like)?.from
  const type = like === undefined ? undefined : documentTypeOf(files, like)?.id
  const added = plan.added.reduce<Edited>(
    (done, { name, cells }) =>
      andThen(done, (now) => {
        const item = addItem(now, parent ?? '', name, type)
        const { file } = item.ok ? item : {}
        return file === undefined
          ? item
          : andThen(item, (after) =>
              setCells(
                after,
                cells.map((cell) => ({ ...cell, file })),
              ),
            )
      }),
    { ok: true, files },
  )
  return andThen(added, (now) => setCells(now, plan.edits))
}

function isNamed({ title, at }: Column, head: string): boolean {
  const wanted = head.trim().toLowerCase()
  return [title, at.join('.'), String(at.at(-1))].some((name) => name.toLowerCase() === wanted)
}
