import type { DocumentType } from '../document'
import { childOf, fieldTree, type FieldNode } from '../schema/field-tree'
import { textAt } from '../schema/file-reference'
import { titleInside } from '../schema/title-inside'
import type { YamlPath } from '../yaml/parse'
import { namePathOf } from './pair-items'
import type { ValueChange } from './value-changes'
import { wordsOfValue } from './words-of-value'

/** A changed field as people read it. */
export interface FieldChange {
  at: YamlPath
  act: ValueChange['act']
  /** What it is: "label of city (pt_BR)". */
  title: string
  /** What happened to it, in a sentence: "label of city (pt_BR): Cidade". */
  words: string
  /** Both values in the words of the form; absent where there was or is none. */
  before?: string
  after?: string
}

/** A change of a document's value in the words of its type. `root` is the value that holds the place: after, or before of what is gone. */
export function fieldWords(change: ValueChange, root: unknown, type: DocumentType): FieldChange {
  const { at, act } = change
  const place = placeOf(root, at, type)
  const [before, after] = [change.before, change.after].map((value) =>
    value === undefined ? undefined : wordsOfValue(value, place.node),
  )
  const isName = type.namePath === at.join('.')
  const sides = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
  return {
    at,
    act,
    title: place.title,
    words: sentence(change, isName ? { ...place, field: titleInside(type.title) } : place),
    ...sides,
  }
}

function sentence({ act, before, after }: ValueChange, { node, title, item, owner, field, isItem }: Place): string {
  if (act === 'renamed')
    return `${item?.noun ?? field} \`${String(before)}\`${of(owner)} renamed to \`${String(after)}\``
  if (act === 'ordered') return `order of ${title} changed`
  if (isItem || (act === 'removed' && after === undefined)) return `${title} ${act === 'set' ? 'changed' : act}`
  if (typeof after === 'boolean' && item)
    return `${item.noun} \`${item.name}\`${of(owner)}: ${after ? '' : 'not '}${field}`
  if (Array.isArray(after)) return `${title}: ${wordsOfList(before, after, node)}`
  const text = wordsOfValue(after, node, 60)
  return text === '' ? `${title} emptied` : `${title}: ${text}`
}

function wordsOfList(before: unknown, after: readonly unknown[], node: FieldNode | undefined): string {
  const old: readonly unknown[] = Array.isArray(before) ? before : []
  const say = (entries: readonly unknown[], verb: string) =>
    entries.length === 0 ? [] : [`${wordsOfValue(entries, node, 60)} ${verb}`]
  const parts = [
    ...say(
      after.filter((entry) => !old.includes(entry)),
      'added',
    ),
    ...say(
      old.filter((entry) => !after.includes(entry)),
      'removed',
    ),
  ]
  return parts.length === 0 ? 'another order' : parts.join(', ')
}

interface Place {
  node: FieldNode | undefined
  /** "label of city (pt_BR)" */
  title: string
  /** The inmost entry of a list that holds the place or is it. */
  item?: { noun: string; name: string }
  /** The place is that entry. */
  isItem: boolean
  /** What the entry belongs to: an outer entry, or the document. */
  owner?: string
  /** The field's own title. */
  field: string
}

function placeOf(root: unknown, at: YamlPath, type: DocumentType): Place {
  const document =
    type.namePath === undefined || type.namePath === at.join('.') ? undefined : textAt(root, type.namePath.split('.'))
  let node: FieldNode | undefined = fieldTree(type)
  let value: unknown = root
  let owner = document
  let item: Place['item']
  let depth = 0
  let language = ''
  let titled: FieldNode | undefined
  for (const [index, key] of at.entries()) {
    const list: FieldNode | undefined = node
    node = list && childOf(list, key)
    value = entryOf(value, key)
    const named = list?.meta.item || typeof key === 'number' ? nameOf(list, key, value) : undefined
    if (named !== undefined) {
      if (item) owner = item.name
      item = { noun: list?.meta.item?.noun ?? singular(list), name: named }
      depth = index + 1
    }
    if (list?.meta.widget === 'localized') language = ` (${String(key)})`
    else titled = node
  }
  const isItem = item !== undefined && depth === at.length
  const own = titled?.meta.title
  const field = own ? titleInside(own) : `\`${at.at(-1) ?? 'document'}\``
  if (item && isItem) return { node, item, isItem, owner, field, title: `${item.noun} \`${item.name}\`${of(owner)}` }
  return { node, item, isItem, owner, field, title: `${owned(field, item?.name ?? document)}${language}` }
}

function nameOf(list: FieldNode | undefined, key: string | number, value: unknown): string | undefined {
  if (typeof key === 'string') return key
  const path = namePathOf(list, value)
  return path ? textAt(value, path) : undefined
}

function entryOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

/** "Options" → "option", where the list does not say how an entry is called. */
function singular(list: FieldNode | undefined): string {
  return (
    titleInside(list?.meta.title ?? '')
      .toLowerCase()
      .replace(/s$/, '') || 'entry'
  )
}

/** "filled in by" has its own small word. */
function owned(field: string, owner: string | undefined): string {
  return owner !== undefined && / (?:at|by|for|from|in|of|on|to)$/.test(field)
    ? `${owner}, ${field}`
    : `${field}${of(owner)}`
}

function of(owner: string | undefined): string {
  return owner === undefined ? '' : ` of ${owner}`
}
