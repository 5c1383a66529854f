import { z } from 'zod'
import type { DocumentType, FieldMeta } from '../document'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'

/** One field of a document type, as form, hover and check see it: read once from the JSON Schema of its zod schema. */
export interface FieldNode {
  meta: FieldMeta
  types: readonly string[]
  /** The words of an enum. */
  words?: readonly string[]
  limits: Limits
  /** Known keys of a map, in the order of the schema. */
  properties: ReadonlyMap<string, FieldNode>
  /** Keys of `properties` that must stand there. */
  required: ReadonlySet<string>
  /** Every value of a map whose keys are names; beside `items` where either a map or a list may stand. */
  values?: FieldNode
  /** Every item of a list. */
  items?: FieldNode
  /** Shapes to choose from (a path or a map). */
  shapes: readonly FieldNode[]
}

export interface Limits {
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
  maxItems?: number
}

const trees = new WeakMap<DocumentType, FieldNode>()

/** The fields of a document type; the same object each time. */
export function fieldTree(type: DocumentType): FieldNode {
  const known = trees.get(type)
  if (known) return known
  const tree = nodeOf(z.toJSONSchema(type.schema, { io: 'input', unrepresentable: 'any' }))
  trees.set(type, tree)
  return tree
}

/** The field at a place of a document; undefined where the schema knows none. */
export function fieldAt(tree: FieldNode, path: YamlPath): FieldNode | undefined {
  let here: FieldNode | undefined = tree
  for (const step of path) here = here && childOf(here, step)
  return here
}

/** The field of a key or list index below a field. */
export function childOf(node: FieldNode, step: string | number): FieldNode | undefined {
  const own = node.properties.get(String(step)) ?? (typeof step === 'number' ? node.items : undefined) ?? node.values
  if (own) return own
  for (const shape of node.shapes) {
    const found = childOf(shape, step)
    if (found) return found
  }
  return undefined
}

function nodeOf(schema: unknown): FieldNode {
  const json = isRecord(schema) ? schema : {}
  const shapes = Array.isArray(json.anyOf) ? json.anyOf.map(nodeOf) : []
  const values =
    isRecord(json.additionalProperties) && Object.keys(json.additionalProperties).length > 0
      ? nodeOf(json.additionalProperties)
      : shapes.find((shape) => shape.values)?.values
  const items = json.items === undefined ? shapes.find((shape) => shape.items)?.items : nodeOf(json.items)
  return {
    meta: isFieldMeta(json) ? json : { title: '', description: '' },
    types: texts(json.type),
    ...(Array.isArray(json.enum) ? { words: texts(json.enum) } : {}),
    limits: limitsOf(json),
    properties: new Map(
      Object.entries(isRecord(json.properties) ? json.properties : {}).map(([key, child]) => [key, nodeOf(child)]),
    ),
    required: new Set(texts(json.required)),
    ...(values ? { values } : {}),
    ...(items ? { items } : {}),
    shapes,
  }
}

function limitsOf(json: Record<string, unknown>): Limits {
  const numbers = ['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems'] as const
  const limits: Limits = {}
  for (const key of numbers) {
    const value = json[key]
    if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER)
      limits[key] = value
  }
  if (typeof json.pattern === 'string') limits.pattern = json.pattern
  return limits
}

function isFieldMeta(value: Record<string, unknown>): value is Record<string, unknown> & FieldMeta {
  return typeof value.title === 'string' && typeof value.description === 'string'
}

function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((entry): entry is string => typeof entry === 'string')
}
