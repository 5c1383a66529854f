import type { DocumentType } from '../document'
import { textOf, type Files } from '../files'
import { documentTypeById } from '../kinds/registry'
import { itemsOf } from '../edit/place'
import { documentsOf, placeOf, readDocument } from '../references'
import { fieldAt, fieldTree, type FieldNode } from '../schema/field-tree'
import { valueAt } from '../schema/file-reference'
import type { YamlPath } from '../yaml/parse'
import { textOfCell } from './cell-value'

export interface Column {
  /** Where its values stand in each document. */
  at: YamlPath
  title: string
  node: FieldNode | undefined
  /** Numbers stand right. */
  right: boolean
}

export interface ItemRow {
  file: string
  /** What the outline calls it. */
  name: string
  /** Of the column that groups, "" where there is none. */
  group: string
  cells: readonly string[]
}

/** The columns of a document type's table. */
export function columnsOf(type: DocumentType): readonly Column[] {
  return (type.table?.columns ?? []).map(({ at, title }) => {
    const path = at.split('.')
    const node = fieldAt(fieldTree(type), path)
    const numbers = node?.types.some((kind) => kind === 'integer' || kind === 'number') ?? false
    return { at: path, title: title ?? node?.meta.title ?? at, node, right: numbers }
  })
}

/** All documents of this type as rows, in the order of the outline. Those that do not parse have no cells. */
export function rowsOf(files: Files, type: DocumentType, columns = columnsOf(type)): ItemRow[] {
  return filesOf(files, type).flatMap((file): ItemRow[] => {
    const text = textOf(files, file)
    if (text === undefined) return []
    const { ok, value, label } = readDocument(text, type)
    const group = type.table?.group === undefined ? '' : textOfCell(valueAt(value, type.table.group.split('.')))
    return [{ file, name: label, group, cells: ok ? columns.map(({ at }) => textOfCell(valueAt(value, at))) : [] }]
  })
}

/** Each parent's items one after the other, as Dify shows them. */
function filesOf(files: Files, type: DocumentType): readonly string[] {
  const own = [...documentsOf(files)].flatMap(([file, id]) => (id === type.id ? [file] : []))
  const parents = new Set(own.map((file) => placeOf(files, file)?.from))
  return [...parents].flatMap((parent) =>
    parent === undefined ? [] : itemsOf(files, parent, type.id).filter((file) => files.has(file)),
  )
}

/** The document types of which this plugin has a table: those of some documents in it. */
export function tablesIn(files: Files): DocumentType[] {
  const ids = new Set(documentsOf(files).values())
  return [...ids].flatMap((id) => {
    const type = documentTypeById(id)
    return type?.table ? [type] : []
  })
}
