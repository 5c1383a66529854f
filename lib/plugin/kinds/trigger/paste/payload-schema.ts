import { shortLine } from '../../../python/literals'
import { inferOutputSchema, type JsonSchema } from '../../../schema/infer-schema'
import { isRecord } from '../../../yaml/nodes'

/** Fields of an object beyond this many addresses are those of the service's API, not of the event. */
const LINKS = 5

/** The output schema of an event like this one, with what the payload held as examples; the number of fields that were left out. */
export function payloadSchema(body: Readonly<Record<string, unknown>>): { schema: JsonSchema; left: number } {
  let left = 0
  const pruned = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => pruned(each, depth + 1))
    if (!isRecord(value)) return value
    const links = Object.keys(value).filter((key) => isLink(key, value[key]))
    const dropped = new Set(depth > 0 && links.length > LINKS ? links : [])
    left += dropped.size
    const kept = Object.entries(value).filter(([key]) => !dropped.has(key))
    return Object.fromEntries(kept.map(([key, each]) => [key, pruned(each, depth + 1)]))
  }
  const schema = inferOutputSchema(pruned(body, 0), new Set())
  return { schema: withExamples(schema, body, 2), left }
}

/** `labels_url` and its like; the page for people stays. */
const isLink = (key: string, value: unknown) =>
  /_url$/.test(key) && key !== 'html_url' && typeof value === 'string' && /^https?:/.test(value)

/** What names a person or lets one in is no example: the plugin is published. */
const personal =
  /token|secret|signature|password|authori[sz]ation|api_?key|email|phone|address|login|(?:^|_)(?:user|author|owner|sender|pusher|full_?|first_?|last_?|nick_?)_?(?:name)?$/i

function withExamples(schema: JsonSchema, sample: unknown, depth: number): JsonSchema {
  if (!isRecord(schema.properties) || !isRecord(sample) || depth === 0) return schema
  const properties = Object.entries(schema.properties).map(([name, field]) => {
    const value = sample[name]
    if (!isRecord(field)) return [name, field] as const
    if (isRecord(value)) return [name, isPerson(name) ? field : withExamples(field, value, depth - 1)] as const
    return [name, isExample(name, value) ? { ...field, examples: [shortened(value)] } : field] as const
  })
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** What is said below it is said of a person. */
const isPerson = (name: string) =>
  /(?:^|_)(?:sender|pusher|user|author|owner|actor|member|assignee|creator|customer)$/i.test(name)

function isExample(name: string, value: unknown): boolean {
  if (personal.test(name)) return false
  if (typeof value === 'string') return value !== '' && !value.includes('@')
  return typeof value === 'number' || typeof value === 'boolean'
}

const shortened = (value: unknown) => (typeof value === 'string' ? shortLine(value) : value)
