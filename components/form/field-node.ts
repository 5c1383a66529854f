import type { DocumentType, FieldMeta, WidgetId } from '@/lib/plugin/document'
import { filledKeys } from '@/lib/plugin/edit/whole-map'
import { fieldTree, type FieldNode as Tree } from '@/lib/plugin/schema/field-tree'
import type { WrittenName } from '@/lib/plugin/schema/written-name'

/** A field as the form draws it: the tree of its document type with a key, a widget and a title for each. */
export interface FieldNode extends Omit<FieldMeta, 'widget' | 'gates'> {
  readonly key: string
  readonly widget: WidgetId
  readonly required: boolean
  /** JSON types it may have. */
  readonly types: readonly string[]
  /** The words of an enum. */
  readonly words?: readonly string[]
  readonly longest?: number
  /** Of a list: how many entries are added; a file may have more. */
  readonly most?: number
  /** What is written of what is typed, and as key of an entry. */
  readonly written?: WrittenName
  readonly writtenKeys?: WrittenName
  /** Of a map. */
  readonly fields?: readonly FieldNode[]
  /** Of a list or of a map with free keys: each entry. */
  readonly entry?: FieldNode
  /** Of a field of a map that may be left out: the keys that come with the map by themselves. */
  readonly comeAlong?: readonly string[]
  /** Of a map, where either a list or a map may stand. */
  readonly namedEntry?: FieldNode
}

const described = new WeakMap<DocumentType, FieldNode>()

/** The fields of a document type, made once. */
export function fieldsOf(type: DocumentType): FieldNode {
  const known = described.get(type)
  if (known) return known
  const node = nodeOf('', fieldTree(type), true)
  described.set(type, node)
  return node
}

function nodeOf(key: string, tree: Tree, required: boolean): FieldNode {
  const { meta, types, words, limits, properties } = tree
  const comeAlong = required ? [] : [...filledKeys(tree, []).keys()]
  const fields =
    properties.size === 0
      ? undefined
      : [...properties].map(([name, child]) => ({
          ...nodeOf(name, child, tree.required.has(name)),
          ...(comeAlong.length > 0 ? { comeAlong } : {}),
        }))
  const element = tree.items ?? tree.values
  const entry = element && nodeOf('', element, true)
  const namedEntry = tree.items && tree.values && nodeOf('', tree.values, true)
  return {
    ...meta,
    key,
    title: meta.title || titleFromKey(key),
    widget: meta.widget ?? widgetFor({ types, words, fields, entry }),
    required,
    types,
    words,
    fields,
    entry,
    namedEntry,
    longest: limits.maxLength,
    most: limits.maxItems,
    written: meta.gates?.written,
    writtenKeys: meta.gates?.writtenKeys,
  }
}

/** What a field without a named widget looks like. */
function widgetFor({ types, words, fields, entry }: Pick<FieldNode, 'types' | 'words' | 'fields' | 'entry'>): WidgetId {
  if (words) return words.length <= 4 && words.length > 1 ? 'segments' : 'select'
  if (fields) return 'group'
  const [type] = types
  if (types.length !== 1) return 'value'
  if (type === 'string') return 'text'
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'switch'
  if (type === 'array' && entry?.fields) return 'list'
  if (type === 'array' && entry?.types[0] === 'string') return 'strings'
  if (type === 'object' && entry?.fields) return 'entries'
  return 'value'
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function titleFromKey(key: string): string {
  const words = key.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
