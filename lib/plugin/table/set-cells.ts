import { andThen, editText, following, refused, type Edited } from '../edit/edited'
import { setWithParents } from '../edit/set-with-parents'
import type { Files } from '../files'
import { valueAt } from '../schema/file-reference'
import { removeIn } from '../yaml/edit'
import { parseYaml } from '../yaml/parse'
import { valueOfCell } from './cell-value'
import type { Column } from './item-table'

export interface CellEdit {
  file: string
  column: Column
  text: string
}

/** The files with these cells; each edit touches its own lines, an empty one takes its key out. Refused as a whole where one is not to be. */
export function setCells(files: Files, edits: readonly CellEdit[]): Edited {
  const edited = edits.reduce<Edited>((done, edit) => andThen(done, (now) => setCell(now, edit)), { ok: true, files })
  return following(files, edited)
}

function setCell(files: Files, { file, column, text }: CellEdit): Edited {
  const read = valueOfCell(column.node, text)
  if (read.ok === false) return refused(`${column.title} of ${file}: ${read.problem}`, file)
  return editText(files, file, (yaml) => {
    const root = parseYaml(yaml).value
    const path = column.at.map(String)
    if (read.ok === true) return setWithParents(yaml, root, path, read.value)
    return valueAt(root, path) === undefined ? { ok: true, text: yaml } : removeIn(yaml, path)
  })
}
