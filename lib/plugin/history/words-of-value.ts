import type { FieldNode } from '../schema/field-tree'

/** A value in the words of its form: "Yes", the title of a word, texts of a list in a row. Anything else as JSON. At most `most` characters. */
export function wordsOfValue(value: unknown, node: FieldNode | undefined, most = 4_000): string {
  const text = full(value, node)
  // cut by characters as people count them, and in one line where it stands in a sentence
  if (most >= 4_000) return text.slice(0, most)
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length <= most
    ? line
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

function full(value: unknown, node: FieldNode | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return node?.meta.choices?.[value]?.title ?? value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value) && value.every((entry) => typeof entry !== 'object' || entry === null))
    return value.map((entry) => full(entry, node?.items ?? node)).join(', ')
  return JSON.stringify(value) ?? ''
}
