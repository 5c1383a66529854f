import { andThen, editText, following, refused, type Edited } from '../edit/edited'
import { nameRuleOf } from '../edit/place'
import { renameItem } from '../edit/rename-item'
import { setPlaces } from '../edit/set-places'
import { isBare } from '../edit/whole-map'
import { textOf, type Files } from '../files'
import { documentTypeOf } from '../references'
import { valueAt } from '../schema/file-reference'
import { itemNameRefusal } from '../schema/written-name'
import { isRecord } from '../yaml/nodes'
import { removeIn, type EditResult } from '../yaml/edit'
import { parseYaml } from '../yaml/parse'
import type { PlacedValue } from '../yaml/set-scalars'
import { textOfCell, valueOfCell, type CellValue } from './cell-value'
import { currencyPathOf, isAt, troubleOfCell } from './cells-together'
import type { Column } from './item-table'

export interface CellEdit {
  file: string
  column: Column
  text: string
}

/**
 * The files with these cells, each file read once; an edit touches its own lines, an empty one takes its key out, a name moves the files
 * that carry it. Refused as a whole where one is not to be.
 */
export function setCells(files: Files, edits: readonly CellEdit[]): Edited {
  const byFile = new Map<string, CellEdit[]>()
  for (const edit of edits) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit])
  let edited: Edited = { ok: true, files }
  for (const [file, own] of byFile) {
    edited = andThen(edited, (now) => setInFile(now, file, own))
    if (!edited.ok) return edited
  }
  edited = following(files, edited)
  return edits.reduce<Edited>(
    (done, edit) => (edit.column.renames ? andThen(done, (now) => rename(now, edit)) : done),
    edited,
  )
}

function setInFile(files: Files, file: string, edits: readonly CellEdit[]): Edited {
  const cells = edits.filter(({ column }) => !column.renames)
  const before: unknown = parseYaml(textOf(files, file) ?? '').value
  for (const cell of cells) {
    const trouble = troubleOfCell(cell, cells, (path) => textOfCell(valueAt(before, path)))
    if (trouble !== undefined) return refused(`${cell.column.title} of ${file}: ${trouble}`, file)
  }
  if (cells.length === 0) return { ok: true, files }
  const placed = cells.map(({ column, text }) => ({ column, path: column.at, read: valueOfCell(column.node, text) }))
  return editText(files, file, (yaml) => {
    const root: unknown = parseYaml(yaml).value
    const beside = placed.flatMap(({ column, read }) => [
      ...currencyOf(root, column, read),
      ...(read.ok === true && !isRecord(valueAt(root, column.at.slice(0, -1))) ? besideOf(column) : []),
    ])
    const values = placed.map(({ path, read }) => ({ path, value: read.ok === true ? read.value : undefined }))
    // What is given counts, and stands first.
    const given = new Set(values.map((each) => JSON.stringify(each.path)))
    const free = beside.filter(
      ({ path }, index) =>
        !given.has(JSON.stringify(path)) && beside.findIndex((each) => isAt(each.path, path)) === index,
    )
    const set = setPlaces(yaml, [...values, ...free])
    return placed.reduce<EditResult>(
      (done, { column, read }) => (read.ok === 'empty' && column.goesEmpty ? withoutEmpty(done, column) : done),
      set,
    )
  })
}

/** The currency that a price says, where the row has none. */
function currencyOf(root: unknown, column: Column, read: CellValue): PlacedValue[] {
  const path = currencyPathOf(column)
  const isNew = path !== undefined && textOfCell(valueAt(root, path)) === ''
  return isNew && read.ok === true && read.currency !== undefined ? [{ path, value: read.currency }] : []
}

/** What comes with the map around a place that is made for it. */
function besideOf({ at, filled }: Column): PlacedValue[] {
  const map = at.slice(0, -1)
  return [...filled].flatMap(([key, value]) => (key === at.at(-1) ? [] : [{ path: [...map, key], value }]))
}

function withoutEmpty(edited: EditResult, { at, filled }: Column): EditResult {
  if (!edited.ok) return edited
  const around = at.slice(0, -1)
  return isBare(valueAt(parseYaml(edited.text).value, around), filled) ? removeIn(edited.text, around) : edited
}

function rename(files: Files, { file, text }: CellEdit): Edited {
  const name = text.trim()
  const refusal = itemNameRefusal(name, nameRuleOf(documentTypeOf(files, file)))
  return refusal === undefined ? renameItem(files, file, name) : refused(`Name of ${file}: ${refusal}`, file)
}
