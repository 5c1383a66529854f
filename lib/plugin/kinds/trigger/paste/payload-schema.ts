import { isSecretField } from '../../../paste/secret-text'
import { shortLine } from '../../../python/literals'
import { inferOutputSchema, type JsonSchema } from '../../../schema/infer-schema'
import { isRecord } from '../../../yaml/nodes'
import { isFieldName, isPublishable } from './publishable'

/** Fields of an object beyond this many addresses are those of the service's API, not of the event. */
const LINKS = 5

/**
 * The output schema of an event like this one, with what the payload held as examples; how many fields were left out: addresses of
 * the service's API, and what has no name.
 */
export function payloadSchema(body: Readonly<Record<string, unknown>>): {
  schema: JsonSchema
  left: number
  nameless: number
} {
  let left = 0
  let nameless = 0
  const pruned = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => pruned(each, depth + 1))
    if (!isRecord(value)) return value
    const links = Object.keys(value).filter((key) => isLink(key, value[key]))
    const dropped = new Set(depth > 0 && links.length > LINKS ? links : [])
    left += dropped.size
    const named = Object.entries(value).filter(([key]) => isFieldName(key))
    nameless += Object.keys(value).length - named.length
    const kept = named.filter(([key]) => !dropped.has(key))
    return Object.fromEntries(kept.map(([key, each]) => [key, pruned(each, depth + 1)]))
  }
  const schema = inferOutputSchema(pruned(body, 0), new Set())
  return { schema: withExamples(schema, body, 2), left, nameless }
}

/** `labels_url` and its like; the page for people stays. */
const isLink = (key: string, value: unknown) =>
  /_url$/.test(key) && key !== 'html_url' && typeof value === 'string' && /^https?:/.test(value)

function withExamples(schema: JsonSchema, sample: unknown, depth: number): JsonSchema {
  if (!isRecord(schema.properties) || !isRecord(sample) || depth === 0) return schema
  const properties = Object.entries(schema.properties).map(([name, field]) => {
    const value = sample[name]
    if (!isRecord(field)) return [name, field] as const
    if (isRecord(value))
      return [name, isPerson(name) || isSecretField(name) ? field : withExamples(field, value, depth - 1)] as const
    return [name, isPublishable(name, value) ? { ...field, examples: [shortened(value)] } : field] as const
  })
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** What is said below it is said of a person. */
const isPerson = (name: string) =>
  /(?:^|_)(?:sender|pusher|user|author|owner|actor|member|assignee|creator|customer)$/i.test(name)

const shortened = (value: unknown) => (typeof value === 'string' ? shortLine(value) : value)
