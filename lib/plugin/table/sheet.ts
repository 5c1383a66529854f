import { addItem } from '../edit/add-item'
import { andThen, type Edited } from '../edit/edited'
import type { Files } from '../files'
import { valueOfCell } from './cell-value'
import { cellsFromClipboard, cellsFromSheet } from './cells'
import type { Column, ItemRow } from './item-table'
import { setCells, type CellEdit } from './set-cells'

/** What pasted cells would change. */
export interface SheetPlan {
  edits: readonly CellEdit[]
  /** Rows that there are not yet; a name that is "" is made up. */
  added: readonly NewRow[]
  /** Heads that are no column. */
  unknown: readonly string[]
  /** Cells that mean nothing in their column, a sentence each. */
  problems: readonly string[]
}

interface NewRow {
  name: string
  cells: readonly { column: Column; text: string }[]
}

/** Where new rows go: the document that lists them, and their type. */
export interface RowsPlace {
  parent: string
  type: string
}

/**
 * Reads a sheet whose first line names the columns, by title or by key; the rows go by the name, which is the first column where none is
 * called so. Cells that are so already and empty cells change nothing.
 */
export function planSheet(text: string, columns: readonly Column[], rows: readonly ItemRow[]): SheetPlan | undefined {
  const [head = [], ...lines] = cellsFromSheet(text)
  if (lines.length === 0 || head.length < 2) return undefined
  const heads = head.map((title) => columns.find((column) => isNamed(column, title)))
  const nameAt = Math.max(
    0,
    heads.findIndex((column) => column?.renames),
  )
  const named = new Map(rows.map((row) => [row.name, row]))
  const plan = emptyPlan()
  for (const line of lines) {
    const name = line[nameAt]?.trim() ?? ''
    if (name === '') continue
    const cells = line.flatMap((cell, index) => {
      const column = index === nameAt ? undefined : heads[index]
      return column && cell.trim() !== '' ? [{ column, text: cell }] : []
    })
    put(plan, named.get(name), { name, cells }, columns)
  }
  plan.unknown.push(...head.filter((title, index) => title.trim() !== '' && index !== nameAt && !heads[index]))
  return plan
}

/** Reads cells without heads that are put down from one cell on; lines behind the last row are new ones. An empty cell empties. */
export function planCells(
  text: string,
  from: { row: number; column: number },
  columns: readonly Column[],
  rows: readonly ItemRow[],
): SheetPlan {
  const plan = emptyPlan()
  for (const [down, line] of cellsFromClipboard(text).entries()) {
    const row = rows[from.row + down]
    const cells = line.flatMap((cell, right) => {
      const column = columns[from.column + right]
      return column && (row ?? !column.renames) ? [{ column, text: cell }] : []
    })
    const name = columns[from.column]?.renames ? (line[0]?.trim() ?? '') : ''
    put(plan, row, { name, cells }, columns)
  }
  return plan
}

/** Whether the first line of a sheet names columns: all that it has are some, and lines follow. */
export function hasHeads(text: string, columns: readonly Column[]): boolean {
  const [head = [], ...lines] = cellsFromSheet(text)
  return (
    lines.length > 0 &&
    head.length > 1 &&
    head.every((title) => title.trim() === '' || columns.some((column) => isNamed(column, title)))
  )
}

/** The files with the plan carried out. */
export function applySheet(files: Files, plan: SheetPlan, place: RowsPlace | undefined): Edited {
  const added = plan.added.reduce<Edited>(
    (done, { name, cells }) =>
      andThen(done, (now) => {
        const item = addItem(now, place?.parent ?? '', name, place?.type)
        const { file } = item.ok ? item : {}
        if (file === undefined || cells.length === 0) return item
        const edits = cells.map((cell) => ({ ...cell, file }))
        return andThen(item, (after) => setCells(after, edits))
      }),
    { ok: true, files },
  )
  return andThen(added, (now) => setCells(now, plan.edits))
}

interface OpenPlan {
  edits: CellEdit[]
  added: NewRow[]
  unknown: string[]
  problems: string[]
}

function emptyPlan(): OpenPlan {
  return { edits: [], added: [], unknown: [], problems: [] }
}

/** Puts a line into the plan: cells that differ from those of its row, or a new row. */
function put(plan: OpenPlan, row: ItemRow | undefined, line: NewRow, columns: readonly Column[]): void {
  const cells = line.cells.filter(({ column, text }) => {
    if (row?.cells[columns.indexOf(column)] === text.trim()) return false
    const read = valueOfCell(column.node, text)
    if (read.ok === false) plan.problems.push(`${column.title} of ${row?.name ?? line.name}: ${read.problem}`)
    return read.ok !== false
  })
  if (row) plan.edits.push(...cells.map((cell) => ({ ...cell, file: row.file })))
  else if (line.name !== '' || cells.some(({ text }) => text.trim() !== '')) plan.added.push({ ...line, cells })
}

function isNamed({ title, at, renames }: Column, head: string): boolean {
  const wanted = head.trim().toLowerCase()
  const key = String(at.at(-1))
  return [title, at.join('.'), key, ...(renames ? ['id'] : [])].some((name) => name.toLowerCase() === wanted)
}
