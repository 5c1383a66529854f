import { isScalar, isSeq } from 'yaml'
import type { ItemList } from './item-list'
import { textOf, type Files } from './files'
import { documentTypeById } from './kinds/registry'
import { readDocument, referencesFrom } from './references'
import { valueAt } from './schema/file-reference'
import { parseYaml } from './yaml/parse'

/** The file that a document names for the order of a list, whether or not it is there. */
export function orderFileOf(files: Files, parent: string, list: ItemList): string | undefined {
  const { order } = list
  return order && referencesFrom(files, parent).find((ref) => ref.as === 'text' && ref.at.join('.') === order.at)?.file
}

/** The names that an order file lists, as they are written; undefined where it holds no list of texts. */
export function namesInOrder(text: string): readonly string[] | undefined {
  const { ok, document } = parseYaml(text)
  const node = document.contents
  if (!ok) return undefined
  if (node === null || (isScalar(node) && node.value === null)) return []
  if (!isSeq(node) || !node.items.every((item) => isScalar(item))) return undefined
  return node.items.map((item) => (isScalar(item) ? (item.source ?? '') : ''))
}

/**
 * Items of a list as Dify shows them: those that its order file names first, in that order, then the others as they stand
 * (`provider_configuration.py: get_provider_models`). The same list where there is no such file: then no item is read.
 */
export function inShownOrder(
  files: Files,
  parent: string,
  list: ItemList,
  items: readonly string[],
): readonly string[] {
  const file = orderFileOf(files, parent, list)
  const names = file === undefined ? [] : (namesInOrder(textOf(files, file) ?? '') ?? [])
  if (names.length === 0) return items
  const ranks = new Map([...names.entries()].reverse().map(([rank, name]) => [name, rank]))
  const rankOf = (item: string) => ranks.get(itemNameOf(files, item, list) ?? '') ?? names.length
  return items
    .map((item) => ({ item, rank: rankOf(item) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item)
}

/** The name that an item gives itself; undefined where it has none that is text or a number. */
export function itemNameOf(files: Files, item: string, list: ItemList): string | undefined {
  const type = documentTypeById(list.type)
  const text = textOf(files, item)
  if (!type || type.namePath === undefined || text === undefined) return undefined
  const name = valueAt(readDocument(text, type).value, type.namePath.split('.'))
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}
