import type { DocumentType } from './document'
import type { Kind } from './kind'
import { valueOf } from './edit/place'
import { manifestPath, textOf, type Files } from './files'
import { itemLists, offeredLists } from './item-lists'
import { inShownOrder } from './item-order'
import { documentTypeById, kinds } from './kinds/registry'
import { readDocument, referencesFrom } from './references'
import { fieldAt, fieldTree, type FieldNode } from './schema/field-tree'
import { valueAt } from './schema/file-reference'

/** One line of the outline: the plugin in Dify's words. */
export interface OutlineNode {
  /** Stays the same while the node stands for the same thing. */
  id: string
  /** "Provider" */
  title: string
  /** What it calls itself, "" where it has no name of its own; a file that cannot be read goes by its path. */
  name: string
  /** Id of the document type; `section`, `items`, `texts` or `text` for the lines between. */
  type: string
  /** What a click opens. */
  file?: string
  /** The section of the file's form that a click opens. */
  section?: string
  /** Of a list of items: the place in the file that a click opens. */
  at?: string
  /** Icon name of lucide; "" for none. */
  icon: string
  children: readonly OutlineNode[]
  /** How many entries or items it holds. */
  count?: number
  /** Named, but not there; or there, but its YAML cannot be read. */
  trouble?: 'missing' | 'unreadable'
  /** What its "+" adds to the list of `parent`. */
  canAdd?: { parent: string; noun: string; paste?: string; type: string }
}

/** The outline of a plugin, made of what the document types say of themselves. Cheap enough for every keystroke. */
export function outlineOf(files: Files): OutlineNode[] {
  const manifest = documentTypeById('manifest')
  const roots = referencesFrom(files, manifestPath)
  return [
    ...(manifest ? [documentNode(files, manifestPath, manifest)] : []),
    ...kinds.flatMap((kind) =>
      roots.flatMap((ref) => (ref.as === kind.root.id ? kindNodes(files, ref.file, kind) : [])),
    ),
    ...textNodes(files),
  ]
}

/** The root document with the sections of its form, and a line for each list of items that it has or offers. */
function kindNodes(files: Files, file: string, kind: Kind): OutlineNode[] {
  const { root } = kind
  const node = { ...documentNode(files, file, root), children: sectionNodes(files, file, root) }
  const lists = itemLists(root)
  const offered = new Set(offeredLists(root, valueOf(files, file)))
  const refs = referencesFrom(files, file)
  const lines = lists.flatMap((list): OutlineNode[] => {
    const type = documentTypeById(list.type)
    const named = type ? refs.flatMap((ref) => (ref.as === type.id ? [ref.file] : [])) : []
    const items = type ? inShownOrder(files, file, list, named).map((item) => documentNode(files, item, type)) : []
    if (!type || (items.length === 0 && !offered.has(list))) return []
    const { at, noun, paste, title } = list
    return [
      {
        id: lists.length === 1 ? `${file}#items` : `${file}#${at}`,
        title: title ?? kind.title,
        name: '',
        type: 'items',
        file,
        at,
        icon: title === undefined ? kind.icon : type.icon,
        children: items,
        count: items.length,
        canAdd: { parent: file, noun, paste: paste?.from, type: type.id },
      },
    ]
  })
  return [node, ...lines]
}

function documentNode(files: Files, file: string, type: DocumentType): OutlineNode {
  const text = textOf(files, file)
  const read = text === undefined ? undefined : readDocument(text, type)
  const node = { id: file, title: type.title, type: type.id, file, icon: type.icon, children: [] }
  if (!read?.ok) return { ...node, name: file, trouble: files.has(file) ? 'unreadable' : 'missing' }
  return { ...node, name: type.namePath === undefined && itemLists(type).length > 0 ? '' : read.label }
}

/** The sections that deserve a line: what stands behind the first one, except the list of items and the code. */
function sectionNodes(files: Files, file: string, type: DocumentType): OutlineNode[] {
  const text = textOf(files, file)
  const read = text === undefined ? undefined : readDocument(text, type)
  if (!read?.ok) return []
  const lists = itemLists(type).map(({ at }) => at)
  return type.form.slice(1).flatMap(({ id, title, fields }): OutlineNode[] => {
    if (fields.some((field) => lists.includes(field) || field.startsWith('extra.'))) return []
    const rows = fields.map((field) => field.split('.')).filter((path) => isRows(fieldAt(fieldTree(type), path)))
    const count = rows.reduce((sum, path) => sum + sizeOf(valueAt(read.value, path)), 0)
    return [{ id: `${file}#${id}`, title, name: '', type: 'section', file, section: id, icon: '', children: [], count }]
  })
}

/** Words, files and settings are not counted: a line says how many credentials or fields there are. */
function isRows(field: FieldNode | undefined): boolean {
  return field?.meta.widget === 'list' || field?.meta.widget === 'entries'
}

function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

/** What people read about the plugin: the readme in its languages and the privacy policy. */
function textNodes(files: Files): OutlineNode[] {
  const privacy = referencesFrom(files, manifestPath).find((ref) => ref.as === 'text' && ref.at.length === 1)?.file
  const names = [...files.keys()].filter(
    (path) => /^(readme|privacy)\.md$/i.test(path) || /^readme\/[^/]+\.md$/i.test(path),
  )
  const paths = [...new Set([...names.sort(), ...(privacy !== undefined && files.has(privacy) ? [privacy] : [])])]
  // README.md, its translations, then the privacy policy.
  paths.sort((one, other) => rank(one) - rank(other))
  const children = paths.map((file): OutlineNode => ({
    id: file,
    title: titleOf(file),
    name: file,
    type: 'text',
    file,
    icon: '',
    children: [],
  }))
  const first = paths[0]
  if (first === undefined) return []
  return [
    { id: 'texts', title: 'Readme and privacy', name: '', type: 'texts', file: first, icon: 'book-open', children },
  ]
}

function rank(path: string): number {
  return /^readme\.md$/i.test(path) ? 0 : /^readme\//i.test(path) ? 1 : 2
}

function titleOf(path: string): string {
  return rank(path) < 2 ? 'Readme' : 'Privacy'
}
