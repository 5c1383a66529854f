import { valueAt } from '../schema/file-reference'
import { literal, type Code } from './layout'

const byType: Readonly<Record<string, unknown>> = {
  string: '',
  number: 0,
  integer: 0,
  boolean: false,
  array: [],
  object: {},
  null: null,
}

/** One sample value for each root property of an `output_schema`; undefined where it names none but those that Dify keeps. */
export function placeholders(
  schema: unknown,
  kept: ReadonlySet<string> = new Set(),
): (readonly [string, Code])[] | undefined {
  const properties = valueAt(schema, ['properties'])
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return undefined
  const entries = Object.entries(properties).filter(([name]) => name !== '' && !kept.has(name))
  return entries.length > 0 ? entries.map(([name, property]) => [name, literal(sample(property))] as const) : undefined
}

function sample(property: unknown): unknown {
  for (const key of ['const', 'default']) {
    const value = valueAt(property, [key])
    if (value !== undefined) return value
  }
  const choices = valueAt(property, ['enum'])
  if (Array.isArray(choices) && choices.length > 0) return choices[0]
  const type = valueAt(property, ['type'])
  const one = Array.isArray(type) ? type.find((entry) => entry !== 'null') : type
  return typeof one === 'string' && Object.hasOwn(byType, one) ? byType[one] : null
}
