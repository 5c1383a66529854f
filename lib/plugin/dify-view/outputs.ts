import { textAt, valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'
import type { Block } from './picture'

type Always = readonly (readonly [name: string, type: string, description: string])[]

const ofTools: Always = [
  ['text', 'string', 'tool generated content'],
  ['files', 'array[file]', 'tool generated files'],
  ['json', 'array[object]', 'tool generated json'],
]

/** Deeper trees are drawn as far as this: a schema may lead back to itself by an anchor. */
const DEEPEST = 6

/** What a node says it gives: what all of its kind have, then `output_schema.properties` (dify-ui.md section 4.3). */
export function outputBlocks(value: unknown, file: string, always: Always = ofTools): Block[] {
  const fixed = always.map(([name, type, description]): Block => ({
    kind: 'output',
    name,
    type,
    description,
    depth: 0,
  }))
  return [...fixed, ...propertyBlocks(value, file, ['output_schema'], 0)]
}

/** The variables of a JSON Schema at a place of a document, as a tree. */
export function propertyBlocks(value: unknown, file: string, at: YamlPath, depth: number): Block[] {
  const properties = valueAt(value, [...at, 'properties'])
  if (!isRecord(properties) || depth > DEEPEST) return []
  return Object.entries(properties).flatMap(([name, schema]): Block[] => {
    const place = [...at, 'properties', name]
    return [
      {
        kind: 'output',
        name,
        type: typeOf(schema),
        description: textAt(schema, ['description']),
        depth,
        source: { file, at: place },
      },
      ...propertyBlocks(value, file, place, depth + 1),
    ]
  })
}

/** The type word of the console: the first that is not null, `array[string]` for lists, unknown where nothing tells. */
function typeOf(schema: unknown): string {
  const written = valueAt(schema, ['type'])
  const type: unknown = Array.isArray(written) ? written.find((each) => each !== 'null' && each !== null) : written
  if (typeof type === 'string') {
    const word = type.toLowerCase()
    const items = valueAt(schema, ['items'])
    return word === 'array' && isRecord(items) ? `array[${typeOf(items)}]` : word
  }
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    const list = valueAt(schema, [key])
    if (Array.isArray(list) && list.length > 0) return typeOf(list[0])
  }
  if (isRecord(valueAt(schema, ['properties']))) return 'object'
  return valueAt(schema, ['items']) === undefined ? 'unknown' : 'array'
}
