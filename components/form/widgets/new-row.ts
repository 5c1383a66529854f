import { valueAt } from '@/lib/plugin/schema/file-reference'
import { newEntry, newItem } from '@/lib/plugin/schema/new-item'
import { withOffers } from '@/lib/plugin/schema/offers'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { isMap, type FieldNode } from '../field-node'
import { freeNameOf, itemNames } from './row-names'

/** What "Add" puts at the end of the list or map at a place of a document, under a name that is free; of a map with its key. */
export function newRow(
  node: FieldNode,
  root: unknown,
  path: YamlPath,
): { readonly index: number; readonly key?: string; readonly value: unknown } {
  const list = valueAt(root, path)
  const name = freeNameOf(nounOf(node), itemNames(list))
  const index = isMap(list) ? Object.keys(list).length : Array.isArray(list) ? list.length : 0
  if (!isNamed(node, list))
    return {
      index,
      value: node.item ? withOffers(newItem(node.item, name), node.entry?.fields ?? [], root, [...path, index]) : null,
    }
  return { index, key: name, value: node.item ? newEntry(node.item, name) : null }
}

/** Whether the entries are those of a map, which have their names as keys. */
export function isNamed(node: FieldNode, list: unknown): boolean {
  return isMap(list) || (node.widget === 'entries' && !Array.isArray(list))
}

/** What one entry is called. */
export function nounOf(node: FieldNode): string {
  return node.item?.noun ?? node.title.toLowerCase()
}
