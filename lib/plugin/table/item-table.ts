import type { DocumentType } from '../document'
import { itemsOf } from '../edit/place'
import { filledKeys, mayGo } from '../edit/whole-map'
import { textOf, type Files } from '../files'
import { itemListOf } from '../item-lists'
import { documentTypeById } from '../kinds/registry'
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
  /** It holds the name: another one renames the document with its files. */
  renames: boolean
  /** The map around it may go when nothing is left in it. */
  goesEmpty: boolean
  /** That map has to hold it. */
  isRequired: boolean
  /** What comes with that map, and all that may stand in it besides. */
  filled: ReadonlyMap<string, unknown>
  siblings: readonly Sibling[]
  /** What sheets of people call it besides. */
  also: readonly string[]
}

interface Sibling {
  path: YamlPath
  title: string
  isRequired: boolean
  /** It comes with the map. */
  isFilled: boolean
}

export interface ItemRow {
  file: string
  /** What the outline calls it. */
  name: string
  /** Of the column that groups, "" where there is none. */
  group: string
  /** The document that lists it, and its place among those listed there. */
  parent: string
  index: number
  count: number
  cells: readonly string[]
}

/** The columns of a document type's table: first the name, where there is one. */
export function columnsOf(type: DocumentType): readonly Column[] {
  const { namePath, table } = type
  const also = ['id', ...(table?.nameAlso ?? [])]
  const name = namePath === undefined ? [] : [{ at: namePath, title: 'Name', renames: true, also }]
  return [...name, ...(table?.columns ?? []).map((column) => ({ ...column, renames: false }))].map((column) => {
    const at = column.at.split('.')
    const tree = fieldTree(type)
    const node = fieldAt(tree, at)
    const map = at.slice(0, -1)
    const around = map.length > 0 ? fieldAt(tree, map) : undefined
    const goesEmpty = mayGo(tree, map)
    const filled = map.length > 0 ? filledKeys(tree, map) : new Map<string, unknown>()
    const siblings = [...(around?.properties ?? [])].flatMap(([key, { meta }]) =>
      key === at.at(-1)
        ? []
        : [
            {
              path: [...map, key],
              title: meta.title,
              isRequired: around?.required.has(key) === true,
              isFilled: filled.has(key),
            },
          ],
    )
    return {
      at,
      title: column.title ?? node?.meta.title ?? column.at,
      node,
      right:
        node?.meta.price !== undefined ||
        (node?.types.some((kind) => kind === 'integer' || kind === 'number') ?? false),
      renames: column.renames,
      goesEmpty,
      isRequired: around?.required.has(String(at.at(-1))) === true,
      filled,
      siblings,
      also: column.also ?? [],
    }
  })
}

/** All documents of this type as rows, in the order of the outline. Those that do not parse have no cells. */
export function rowsOf(files: Files, type: DocumentType, columns = columnsOf(type)): ItemRow[] {
  const own = [...documentsOf(files)].flatMap(([file, id]) => (id === type.id ? [file] : []))
  const parents = new Set(own.flatMap((file) => placeOf(files, file)?.from ?? []))
  return [...parents].flatMap((parent) => {
    const items = itemsOf(files, parent, type.id)
    return items.flatMap((file, index): ItemRow[] => {
      const text = textOf(files, file)
      if (text === undefined || placeOf(files, file)?.from !== parent) return []
      const { ok, value, label } = readDocument(text, type)
      const group = type.table?.group === undefined ? '' : textOfCell(valueAt(value, type.table.group.split('.')))
      const cells = ok ? columns.map(({ at }) => textOfCell(valueAt(value, at))) : []
      return [{ file, name: label, group, parent, index, count: items.length, cells }]
    })
  })
}

/** The document types of which this plugin has a table: those of some documents in it. */
export function tablesIn(files: Files): DocumentType[] {
  const ids = new Set(documentsOf(files).values())
  return [...ids].flatMap((id) => {
    const type = documentTypeById(id)
    return type?.table ? [type] : []
  })
}

/** The document to which new rows of a table are added: the one that lists the last row, else the first that can list some. */
export function parentOfRows(files: Files, typeId: string, rows: readonly ItemRow[]): string | undefined {
  const lists = ([, id]: readonly [string, string]) => itemListOf(documentTypeById(id), typeId) !== undefined
  return rows.at(-1)?.parent ?? [...documentsOf(files)].find(lists)?.[0]
}
