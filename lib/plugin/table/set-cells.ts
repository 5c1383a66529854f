import { andThen, editText, following, refused, type Edited } from '../edit/edited'
import { nameRuleOf } from '../edit/place'
import { renameItem } from '../edit/rename-item'
import { setPlaces } from '../edit/set-places'
import type { Files } from '../files'
import { documentTypeOf } from '../references'
import { valueAt } from '../schema/file-reference'
import { itemNameRefusal } from '../schema/written-name'
import { isRecord } from '../yaml/nodes'
import { removeIn, type EditResult } from '../yaml/edit'
import { parseYaml } from '../yaml/parse'
import { valueOfCell } from './cell-value'
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
  const placed = edits
    .filter(({ column }) => !column.renames)
    .map(({ column, text }) => ({ column, path: column.at, read: valueOfCell(column.node, text) }))
  for (const { column, read } of placed)
    if (read.ok === false) return refused(`${column.title} of ${file}: ${read.problem}`, file)
  if (placed.length === 0) return { ok: true, files }
  return editText(files, file, (yaml) => {
    const root: unknown = parseYaml(yaml).value
    const beside = placed.flatMap(({ column, read }) =>
      read.ok === true && !isRecord(valueAt(root, column.at.slice(0, -1))) ? column.beside : [],
    )
    const values = placed.map(({ path, read }) => ({ path, value: read.ok === true ? read.value : undefined }))
    // What is given counts, and stands first.
    const given = new Set(values.map((each) => JSON.stringify(each.path)))
    const set = setPlaces(yaml, [...values, ...beside.filter((each) => !given.has(JSON.stringify(each.path)))])
    return placed.reduce(
      (done, { column, read }) => (read.ok === 'empty' && column.goesEmpty ? withoutEmpty(done, column) : done),
      set,
    )
  })
}

function withoutEmpty(edited: EditResult, { at }: Column): EditResult {
  if (!edited.ok) return edited
  const around = at.slice(0, -1)
  const map = valueAt(parseYaml(edited.text).value, around)
  return isRecord(map) && Object.keys(map).length === 0 ? removeIn(edited.text, around) : edited
}

function rename(files: Files, { file, text }: CellEdit): Edited {
  const name = text.trim()
  const refusal = itemNameRefusal(name, nameRuleOf(documentTypeOf(files, file)))
  return refusal === undefined ? renameItem(files, file, name) : refused(`Name of ${file}: ${refusal}`, file)
}
