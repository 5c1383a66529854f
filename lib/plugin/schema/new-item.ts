import type { ItemMeta } from '../document'
import { valueAt } from './file-reference'

/** The value of a new row: `$name` and `$title` of the starter become the name and its words ("api_key", "Api key"). */
export function newItem(item: ItemMeta, name: string): unknown {
  return filled(item.starter, name, titleOf(name))
}

/** The same for a map, where the name is the key and does not stand inside. */
export function newEntry(item: ItemMeta, name: string): unknown {
  const value = newItem(item, name)
  const nameKey = nameKeyOf(item)
  if (nameKey === undefined || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== nameKey))
}

/** A name as words for a label: `api_key` → "Api key". */
export function titleOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A text of an item that goes with its name. */
export interface FollowingText {
  readonly path: readonly string[]
  readonly value: string
}

/** The texts of an item that still are what the starter made of its name `from`, as it would make them of `to`. */
export function followingTexts(item: ItemMeta, value: unknown, from: string, to: string): FollowingText[] {
  return from === '' || to === ''
    ? []
    : textsOf(item.starter, [])
        .filter(({ path, text }) => text !== '$name' && valueAt(value, path) === filled(text, from, titleOf(from)))
        .map(({ path, text }) => ({ path, value: filledText(text, to, titleOf(to)) }))
}

/** The key of an item's own name in its value; undefined where the name is the key of the item. */
export function nameKeyOf(item: ItemMeta): string | undefined {
  return textsOf(item.starter, []).find(({ text }) => text === '$name')?.path[0]
}

function textsOf(starter: unknown, path: readonly string[]): { path: readonly string[]; text: string }[] {
  if (typeof starter === 'string') return /\$(name|title)/.test(starter) ? [{ path, text: starter }] : []
  if (typeof starter !== 'object' || starter === null || Array.isArray(starter)) return []
  return Object.entries(starter).flatMap(([key, entry]) => textsOf(entry, [...path, key]))
}

function filledText(text: string, name: string, title: string): string {
  return text.replaceAll('$name', () => name).replaceAll('$title', () => title)
}

function filled(value: unknown, name: string, title: string): unknown {
  if (typeof value === 'string') return filledText(value, name, title)
  if (Array.isArray(value)) return value.map((entry: unknown) => filled(entry, name, title))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(entry, name, title)]))
  }
  return value
}
