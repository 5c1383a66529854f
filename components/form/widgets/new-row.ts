import { newEntry, newItem } from '@/lib/plugin/schema/new-item'
import { isMap, type FieldNode } from '../field-node'
import { freeNameOf, itemNames } from './row-names'

/** What "Add" puts at the end of this list or map, under a name that is free; of a map with its key. */
export function newRow(
  node: FieldNode,
  list: unknown,
): { readonly index: number; readonly key?: string; readonly value: unknown } {
  const name = freeNameOf(nounOf(node), itemNames(list))
  const index = isMap(list) ? Object.keys(list).length : Array.isArray(list) ? list.length : 0
  if (!isNamed(node, list)) return { index, value: node.item ? newItem(node.item, name) : null }
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
