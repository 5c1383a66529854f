import { addItem } from '../edit/add-item'
import { andThen, type Edited } from '../edit/edited'
import type { Files } from '../files'
import { shortLine } from '../python/literals'
import { itemNameRefusal } from '../schema/written-name'
import { textOfCell, valueOfCell } from './cell-value'
import { cellsFromClipboard, cellsFromSheet } from './cells'
import { isAt, troubleOfCell, type CellText, type TextAt } from './cells-together'
import type { Column, ItemRow } from './item-table'
import { setCells, type CellEdit } from './set-cells'
import { headsOf } from './sheet-heads'

/** What pasted cells would change. */
export interface SheetPlan {
  edits: readonly CellEdit[]
  /** Rows that there are not yet; a name that is "" is made up. */
  added: readonly NewRow[]
  /** Heads that are no column. */
  unknown: readonly string[]
  /** What is left out, and what to do about it: a sentence for each cell or line. */
  problems: readonly string[]
}

interface NewRow {
  name: string
  cells: readonly CellText[]
}

/** Where new rows go: the document that lists them, and their type. */
export interface RowsPlace {
  parent: string
  type: string
}

/**
 * Reads a sheet whose first line names the columns, by title, key or what people call them; the rows go by the name, which is the first
 * column where none is called so. Cells that are so already and empty cells change nothing.
 */
export function planSheet(text: string, columns: readonly Column[], rows: readonly ItemRow[]): SheetPlan | undefined {
  const [titles = [], ...lines] = cellsFromSheet(text)
  if (lines.length === 0 || titles.length < 2) return undefined
  const heads = headsOf(titles, columns)
  const plan = emptyPlan()
  if (heads.every((head) => head === undefined)) {
    const some = columns.slice(0, 3).map(({ title }) => title)
    plan.problems.push(
      `Put a line above that names the columns, such as ${some.join(', ')}: ${shortLine(titles.join(', '))} does not.`,
    )
    return plan
  }
  const nameAt = Math.max(
    0,
    heads.findIndex((head) => head?.column.renames),
  )
  const named = new Map(rows.map((row) => [row.name, row]))
  const said = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    const name = line[nameAt]?.trim() ?? ''
    const cells = line.flatMap((cell, at) => {
      const head = at === nameAt ? undefined : heads[at]
      return head && cell.trim() !== '' ? [{ column: head.column, text: cell }] : []
    })
    if (name === '' && line.some((cell) => cell.trim() !== ''))
      plan.problems.push(`Line ${index + 2} has no name and is left out: ${shortLine(line.join(', '))}`)
    if (name === '') continue
    const first = said.get(name)
    if (first !== undefined) {
      plan.problems.push(`${name} stands in line ${first} and in line ${index + 2}: the first one counts.`)
      continue
    }
    said.set(name, index + 2)
    const told = heads.flatMap((head, at) => ((line[at] ?? '').trim() === '' ? [] : (head?.says ?? [])))
    const extra = told.filter(
      ({ column }, at) => ![...cells, ...told.slice(0, at)].some((each) => each.column === column),
    )
    put(plan, named.get(name), { name, cells: [...cells, ...extra] }, columns)
  }
  plan.unknown.push(...titles.filter((title, index) => title.trim() !== '' && index !== nameAt && !heads[index]))
  return plan
}

/**
 * Reads cells without heads that are put down from one cell on; lines behind the last of `rows` are new ones, by names that none of
 * `all` has. An empty cell empties.
 */
export function planCells(
  text: string,
  from: { row: number; column: number },
  columns: readonly Column[],
  rows: readonly ItemRow[],
  all = rows,
): SheetPlan {
  const plan = emptyPlan()
  const said = new Set(all.map(({ name }) => name))
  for (const [down, line] of cellsFromClipboard(text).entries()) {
    const row = rows[from.row + down]
    const cells = line.flatMap((cell, right) => {
      const column = columns[from.column + right]
      return column && (row ?? !column.renames) ? [{ column, text: cell }] : []
    })
    const name = columns[from.column]?.renames ? (line[0]?.trim() ?? '') : ''
    if (!row && said.has(name)) plan.problems.push(`${name} is there already: this line of it is left out.`)
    else put(plan, row, { name, cells }, columns)
    if (name !== '') said.add(name)
  }
  return plan
}

/** Whether the first line of a sheet names columns: all that it has are some, or two and more are, and lines follow. */
export function hasHeads(text: string, columns: readonly Column[]): boolean {
  const [titles = [], ...lines] = cellsFromSheet(text)
  const found = headsOf(titles, columns).filter((head) => head !== undefined).length
  return lines.length > 0 && found > 1
}

/** The files with the plan carried out. */
export function applySheet(files: Files, plan: SheetPlan, place: RowsPlace | undefined): Edited {
  const added = plan.added.reduce<Edited>(
    (done, { name, cells }) =>
      andThen(done, (now) => {
        const item = addItem(now, place?.parent ?? '', name, place?.type, true)
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
  const naming = columns.find(({ renames }) => renames)
  const refusal = row || line.name === '' ? undefined : itemNameRefusal(line.name, naming?.node?.meta.gates?.written)
  if (refusal !== undefined) return void plan.problems.push(`${line.name} is left out. ${refusal}`)
  const there: TextAt = (path) => row?.cells[columns.findIndex(({ at }) => isAt(at, path))] ?? ''
  const meant = line.cells.filter(({ column, text }) => {
    const read = column.renames ? undefined : valueOfCell(column.node, text)
    if (read?.ok === false) plan.problems.push(`${column.title} of ${row?.name ?? line.name}: ${read.problem}`)
    return read?.ok !== false
  })
  // What goes may be what another one needs.
  let fit = meant.filter(({ column }) => !column.renames)
  for (;;) {
    const misfit = fit.find((cell) => troubleOfCell(cell, fit, there) !== undefined)
    if (!misfit) break
    plan.problems.push(
      `${misfit.column.title} of ${row?.name ?? line.name}: ${troubleOfCell(misfit, fit, there) ?? ''}`,
    )
    fit = fit.filter((cell) => cell !== misfit)
  }
  const cells = meant.filter(
    (cell) => (cell.column.renames || fit.includes(cell)) && !(row && isSo(there(cell.column.at), cell)),
  )
  if (row) plan.edits.push(...cells.map((cell) => ({ ...cell, file: row.file })))
  else if (line.name !== '' || cells.some(({ text }) => text.trim() !== '')) plan.added.push({ ...line, cells })
}

/** Whether a cell says what stands there, maybe in other words. */
function isSo(there: string, { column, text }: CellText): boolean {
  if (there === text.trim()) return true
  const read = column.renames ? undefined : valueOfCell(column.node, text)
  return read?.ok === true && textOfCell(read.value) === there
}
