import { columns, pythonNumber, pythonString } from '../../python/literals'
import { valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'

/** What an example shows at most; a longer list is no example. */
const MOST = 16

/**
 * The first example of each field of a JSON Schema, down to the fields of its objects: `issue.title: "Crash"`. Only scalars that fit
 * on a line of a comment.
 */
export function exampleLines(schema: unknown): string[] {
  const lines = fieldsOf(schema).flatMap(([name, field]) => [
    ...lineOf(name, field),
    ...fieldsOf(field).flatMap(([inner, each]) => lineOf(`${name}.${inner}`, each)),
  ])
  return lines.slice(0, MOST)
}

function fieldsOf(schema: unknown): [string, unknown][] {
  const properties = valueAt(schema, ['properties'])
  return isRecord(properties) ? Object.entries(properties) : []
}

function lineOf(name: string, field: unknown): string[] {
  const examples = valueAt(field, ['examples'])
  const value: unknown = Array.isArray(examples) ? examples[0] : undefined
  const shown = literalOf(value)
  const line = `${name}: ${shown}`
  return shown !== undefined && /^[\w.-]+$/.test(name) && columns(line) <= 88 ? [line] : []
}

function literalOf(value: unknown): string | undefined {
  if (typeof value === 'string') return pythonString(value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'number' || typeof value === 'bigint' ? pythonNumber(value) : undefined
}
