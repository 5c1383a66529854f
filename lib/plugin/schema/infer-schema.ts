import { isRecord } from '../yaml/nodes'
import { keptVariables } from './kept-variables'

/** Deeper samples are cut here: nobody reads such a tree. */
const DEEPEST = 10

export type JsonSchema = Record<string, unknown>

/**
 * The output schema of an answer like this one: an object whose entries are the tool's variables. Any other sample becomes the variable
 * `result`; a name that Dify keeps gets an underscore behind it.
 */
export function inferOutputSchema(sample: unknown, kept = keptVariables): JsonSchema {
  const entries = isRecord(sample) ? Object.entries(sample) : [['result', sample] as const]
  const named = entries.map(([name, value]) => [variableOf(name, kept), schemaOf(value, 1)] as const)
  return { type: 'object', properties: Object.fromEntries(named) }
}

/** The variable for an entry of an answer. */
export function variableOf(name: string, kept = keptVariables): string {
  return kept.has(name) ? `${name}_` : name
}

function schemaOf(value: unknown, depth: number): JsonSchema {
  if (value === null || value === undefined) return {}
  if (Array.isArray(value)) {
    const items = value.slice(0, 100).map((item) => schemaOf(item, depth + 1))
    return items.length === 0 || depth >= DEEPEST ? { type: 'array' } : { type: 'array', items: items.reduce(merged) }
  }
  if (isRecord(value)) {
    if (depth >= DEEPEST) return { type: 'object' }
    const properties = Object.entries(value).map(([name, each]) => [name, schemaOf(each, depth + 1)] as const)
    return { type: 'object', properties: Object.fromEntries(properties) }
  }
  if (typeof value === 'number' || typeof value === 'bigint')
    return { type: typeof value === 'bigint' || Number.isInteger(value) ? 'integer' : 'number' }
  return { type: typeof value === 'boolean' ? 'boolean' : 'string' }
}

/** Of entries that contradict each other; no later entry gives it a type again. */
const anything: JsonSchema = {}

/** One schema for entries of a list that may differ: whole and broken numbers are numbers, what contradicts has no type. */
function merged(one: JsonSchema, other: JsonSchema): JsonSchema {
  if (one === anything || other === anything) return anything
  if (one.type === undefined) return other
  if (other.type === undefined) return one
  const numbers = [one.type, other.type].every((type) => type === 'integer' || type === 'number')
  if (one.type !== other.type) return numbers ? { type: 'number' } : anything
  if (isRecord(one.properties) && isRecord(other.properties)) {
    const properties = new Map<string, unknown>(Object.entries(one.properties))
    for (const [name, schema] of Object.entries(other.properties)) {
      const known = properties.get(name)
      properties.set(name, isRecord(known) && isRecord(schema) ? merged(known, schema) : schema)
    }
    return { type: 'object', properties: Object.fromEntries(properties) }
  }
  if (isRecord(one.items) && isRecord(other.items)) return { type: 'array', items: merged(one.items, other.items) }
  return one.items === undefined ? other : one
}
