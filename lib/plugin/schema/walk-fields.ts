import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'
import { childOf, type FieldNode } from './field-tree'

/** A value that stands in a document, with the field it is. */
export interface StandingField {
  path: YamlPath
  node: FieldNode
  value: unknown
}

/** Every field that stands in a value and that the schema knows, from the outside in. */
export function* walkFields(value: unknown, node: FieldNode, path: YamlPath = []): Generator<StandingField> {
  const entries = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []
  for (const [key, below] of entries) {
    const child = childOf(node, key)
    if (!child) continue
    const own = [...path, key]
    yield { path: own, node: child, value: below }
    yield* walkFields(below, child, own)
  }
}
