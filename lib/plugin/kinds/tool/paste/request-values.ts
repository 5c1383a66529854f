import type { CurlRequest } from '../../../paste/curl'
import { localNames } from '../../../python/names'
import { isRecord } from '../../../yaml/nodes'
import { isVarying, segmentsOf } from './request-path'
import type { Secret } from './request-secret'

/** A value of a request that could be a parameter. */
export interface RequestValue {
  id: string
  /** A name for the parameter, different from all others. */
  name: string
  part: 'path' | 'query' | 'body' | 'file'
  /** Keys and indexes below the part. */
  at: readonly (string | number)[]
  type: 'string' | 'number' | 'boolean' | 'file'
  sample: string | number | boolean
  /** Whether the tool should ask for it, as far as its look tells. */
  asked: boolean
}

/** A long body has many values; beyond these nobody chooses one by one. */
const MOST = 60

/** The values that a request holds, but for its secrets. */
export function requestValues(request: CurlRequest, secrets: readonly Secret[]): RequestValue[] {
  const found = [...pathValues(request.url), ...queryValues(request), ...bodyValues(request)]
    .filter((value) => !secrets.some((secret) => isAt(secret, value)))
    .slice(0, MOST)
  const names = localNames(
    found.map(({ name }) => name),
    [],
  )
  return found.map((value, index) => ({ ...value, name: names[index] ?? value.name }))
}

function pathValues(url: URL): RequestValue[] {
  const segments = segmentsOf(url)
  return segments.flatMap((segment, index) => {
    const varies = isVarying(segment)
    // The last one may be one of many too: /quotes/AAPL.
    const may = index > 1 && index === segments.length - 1 && segment !== '' && !/^v\d/i.test(segment)
    if (!varies && !may) return []
    const own = segment.replace(/^[{:]|\}$/g, '')
    const written = own !== segment
    const before = (segments[index - 1] ?? '').replace(/s$/, '') || 'item'
    const name = written ? own : varies ? `${before}_id` : before
    return [
      {
        id: `path.${index}`,
        name,
        part: 'path',
        at: [index],
        type: 'string',
        sample: written ? '' : segment,
        asked: varies,
      },
    ]
  })
}

function queryValues({ query }: CurlRequest): RequestValue[] {
  return query.map(([name, text], index) => ({
    id: `query.${index}`,
    name,
    part: 'query',
    at: [index],
    ...typed(text),
    asked: text !== '',
  }))
}

/** Whether a secret stands at the place of a value. */
function isAt(secret: Secret, { part, at }: RequestValue): boolean {
  if (secret.part === 'path') return part === 'path' && at[0] === secret.index
  return 'at' in secret && secret.part === part && secret.at.join('\n') === at.join('\n')
}

function bodyValues({ body }: CurlRequest): RequestValue[] {
  if (body?.kind === 'json') return jsonValues(body.value, [])
  if (body?.kind !== 'form' && body?.kind !== 'multipart') return []
  const fields = body.fields.map(([name, text], index): RequestValue => ({
    id: `body.${index}`,
    name,
    part: 'body',
    at: [index],
    ...typed(text),
    asked: text !== '',
  }))
  const files = body.kind === 'multipart' ? body.files : []
  return [
    ...fields,
    ...files.map((name): RequestValue => ({
      id: `file.${name}`,
      name,
      part: 'file',
      at: [name],
      type: 'file',
      sample: '',
      asked: true,
    })),
  ]
}

function jsonValues(value: unknown, at: readonly (string | number)[]): RequestValue[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => jsonValues(each, [...at, index]))
  if (isRecord(value)) return Object.entries(value).flatMap(([key, each]) => jsonValues(each, [...at, key]))
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return []
  const name = [...at].reverse().find((step) => typeof step === 'string') ?? 'value'
  // Deep in a body most values say how to do it; what people write has blanks.
  const asked = value !== '' && (at.length === 1 || (typeof value === 'string' && /\s/.test(value)))
  const type = typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean'
  return [{ id: `body.${at.join('.')}`, name, part: 'body', at, type, sample: value, asked }]
}

/** Texts of an address or a form as what they look like; `007` and long numbers are texts. */
function typed(text: string): Pick<RequestValue, 'type' | 'sample'> {
  if (text === 'true' || text === 'false') return { type: 'boolean', sample: text === 'true' }
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text)) return { type: 'number', sample: Number(text) }
  return { type: 'string', sample: text }
}
