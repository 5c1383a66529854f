import { isNode, type Node } from 'yaml'

/** What the library types as unknown although it is a node or null in every parsed document. */
export function nodeOrNull(value: unknown): Node | null {
  return isNode(value) ? value : null
}

/** True for a plain map of values, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
