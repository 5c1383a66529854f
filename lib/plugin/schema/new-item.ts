import type { ItemMeta } from '../document'

/** The value of a new row: `$name` and `$title` of the starter become the name and its words ("api_key", "Api key"). */
export function newItem(item: ItemMeta, name: string): unknown {
  return filled(item.starter, name, titleOf(name))
}

/** A name as words for a label: `api_key` → "Api key". */
export function titleOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function filled(value: unknown, name: string, title: string): unknown {
  if (typeof value === 'string') return value.replaceAll('$name', () => name).replaceAll('$title', () => title)
  if (Array.isArray(value)) return value.map((entry: unknown) => filled(entry, name, title))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(entry, name, title)]))
  }
  return value
}
