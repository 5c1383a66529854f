import type { DocumentType } from './document'
import type { ItemList } from './item-list'
import { valueAt } from './schema/file-reference'

/** The lists of items that a document of this type has, in their order. */
export function itemLists(type: DocumentType | undefined): readonly ItemList[] {
  const items = type?.items ?? []
  return 'noun' in items ? [items] : items
}

/** The list for items of one type; the first where none is named. */
export function itemListOf(type: DocumentType | undefined, item?: string): ItemList | undefined {
  return itemLists(type).find((list) => item === undefined || list.type === item)
}

/** The lists that a document offers to add to, whether or not they have items yet. */
export function offeredLists(type: DocumentType | undefined, value: unknown): readonly ItemList[] {
  return itemLists(type).filter(({ offered }) => {
    const words = offered && valueAt(value, offered.at.split('.'))
    return !offered || (Array.isArray(words) && words.includes(offered.word))
  })
}
