import type { CurlRequest } from '../../../paste/curl'
import { call, dictionary, lay, list, literal, prefixed, type Code } from '../../../python/layout'
import { pythonString } from '../../../python/literals'
import { isRecord } from '../../../yaml/nodes'
import type { Secret } from './request-secret'
import { segmentsOf } from './request-path'
import type { RequestValue } from './request-values'

/** What the Python of a request is made of. */
export interface RequestCode {
  request: CurlRequest
  /** The values that are parameters, with the local that holds each. */
  locals: readonly { value: RequestValue; name: string }[]
  /** The secrets, with the local that holds each: a credential. */
  secrets: readonly { secret: Secret; name: string }[]
}

/** Headers that requests sets, or that only say which browser asked. */
const left =
  /^(content-length|host|connection|user-agent|cookie|referer|origin|priority|cache-control|pragma|dnt|te|accept-encoding|accept-language|upgrade-insecure-requests|sec-.*|if-.*)$/i

/** The address with places for what varies, as a Python constant. */
export function addressConstant({ request, locals, secrets }: RequestCode): string {
  const path = segmentsOf(request.url).map((segment, index) => {
    const local = locals.find(({ value }) => value.part === 'path' && value.at[0] === index)
    const token = secrets.find(({ secret }) => secret.part === 'path' && secret.index === index)
    if (token?.secret.part === 'path') return `${token.secret.prefix}{${token.name}}`
    const fixed = encodeURIComponent(segment).replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2C', ',')
    return local ? `{${local.name}}` : fixed
  })
  return `URL = ${pythonString(request.url.origin + path.join('/'))}`
}

/** True where the address has a place to fill, which needs `quote`. */
export function fillsAddress({ locals, secrets }: RequestCode): boolean {
  return locals.some(({ value }) => value.part === 'path') || secrets.some(({ secret }) => secret.part === 'path')
}

/** Lines of the call that sends the request, to be assigned to `response`. */
export function requestLines(code: RequestCode, indent: number): string[] {
  const method = code.request.method.toLowerCase()
  const known = ['get', 'post', 'put', 'patch', 'delete', 'head'].includes(method)
  const address = fillsAddress(code)
    ? call(
        'URL.format',
        [
          ...code.locals.flatMap(({ value, name }) => (value.part === 'path' ? [name] : [])),
          ...code.secrets.flatMap(({ secret, name }) => (secret.part === 'path' ? [name] : [])),
        ].map((name) => `${name}=quote(${name}, safe=":")`),
      )
    : 'URL'
  return lay(
    call(known ? `response = requests.${method}` : 'response = requests.request', [
      ...(known ? [] : [pythonString(code.request.method)]),
      address,
      ...named('params', paramsOf(code)),
      ...named('headers', headersOf(code)),
      ...bodyArguments(code),
      ...named('auth', authOf(code)),
      'timeout=TIMEOUT',
    ]),
    indent,
  )
}

function named(name: string, code: Code | undefined): Code[] {
  return code === undefined ? [] : [prefixed(`${name}=`, code)]
}

function localOf({ locals }: RequestCode, part: RequestValue['part'], at: readonly (string | number)[]) {
  return locals.find(({ value }) => value.part === part && value.at.join('\n') === at.join('\n'))
}

function secretAt({ secrets }: RequestCode, part: 'query' | 'body', at: readonly (string | number)[]) {
  return secrets.find(({ secret }) => secret.part === part && secret.at.join('\n') === at.join('\n'))?.name
}

function paramsOf(code: RequestCode): Code | undefined {
  const pairs = code.request.query.map(([name, text], index): readonly [string, Code] => [
    name,
    textCode(code, 'query', index, text),
  ])
  return pairs.length === 0 ? undefined : pairsCode(pairs)
}

/** A dictionary, or a list of pairs where a name comes twice. */
function pairsCode(pairs: readonly (readonly [string, Code])[]): Code {
  if (new Set(pairs.map(([name]) => name)).size === pairs.length) return dictionary('', pairs)
  return list(
    '',
    pairs.map(([name, value]) => ({ before: '(', items: [pythonString(name), value], after: ')', collection: true })),
  )
}

/** A value of an address or form: services read `true`, Python would send `True`. */
function textCode(code: RequestCode, part: 'query' | 'body', index: number, text: string): Code {
  const local = localOf(code, part, [index])
  if (!local) return secretAt(code, part, [index]) ?? pythonString(text)
  return local.value.type === 'boolean' ? `"true" if ${local.name} else "false"` : local.name
}

function headersOf(code: RequestCode): Code | undefined {
  const { request, secrets } = code
  const entries = new Map<string, Code>()
  for (const [name, value] of request.headers) {
    const held = secrets.find(({ secret }) => secret.part === 'header' && secret.header === name)
    if (held?.secret.part === 'header') entries.set(name, credentialCode(held.secret.prefix, held.name))
    else if (isSent(code, name, value)) {
      // One name twice means one list (RFC 9110, section 5.3).
      const before = entries.get(name)
      entries.set(
        name,
        typeof before === 'string' ? pythonString(`${before.slice(1, -1)}, ${value}`) : pythonString(value),
      )
    }
  }
  return entries.size === 0 ? undefined : dictionary('', [...entries])
}

function isSent({ request, secrets }: RequestCode, name: string, value: string): boolean {
  if (left.test(name)) return false
  if (/^authorization$/i.test(name)) return !secrets.some(({ secret }) => secret.part === 'user')
  if (/^accept$/i.test(name)) return value !== '*/*'
  if (!/^content-type$/i.test(name) || request.body?.kind === 'text') return true
  // requests says application/json by itself; other sorts of JSON have to be said.
  return request.body?.kind === 'json' && !/^application\/json\b/i.test(value)
}

const credentialCode = (prefix: string, local: string) => (prefix === '' ? local : `f"${prefix}{${local}}"`)

function authOf({ secrets }: RequestCode): Code | undefined {
  const [user, password] = (['user', 'password'] as const).map(
    (part) => secrets.find(({ secret }) => secret.part === part)?.name,
  )
  return user === undefined ? undefined : `(${user}, ${password ?? '""'})`
}

function bodyArguments(code: RequestCode): Code[] {
  const { body } = code.request
  if (body?.kind === 'json') return named('json', jsonCode(code, body.value, []))
  if (body?.kind === 'text') return named('data', `${pythonString(body.text)}.encode()`)
  if (body?.kind === 'form')
    return named(
      'data',
      pairsCode(body.fields.map(([name, text], index) => [name, textCode(code, 'body', index, text)])),
    )
  if (body?.kind !== 'multipart') return []
  const texts = body.fields.map(([name, text], index): readonly [string, Code] => {
    const value = textCode(code, 'body', index, text)
    const local = localOf(code, 'body', [index])
    // A part without a file name; requests takes texts only.
    return [name, tuple('None', local?.value.type === 'number' ? call('str', [value]) : value)]
  })
  const files = body.files.map((name): readonly [string, Code] => {
    const local = localOf(code, 'file', [name])?.name
    return [name, local ? tuple(`${local}.filename`, `${local}.blob`, `${local}.mime_type`) : tuple('None', '""')]
  })
  return named('files', pairsCode([...texts, ...files]))
}

const tuple = (...items: Code[]): Code => ({ before: '(', items, after: ')', collection: true })

function jsonCode(code: RequestCode, value: unknown, at: readonly (string | number)[]): Code {
  const held = localOf(code, 'body', at)?.name ?? secretAt(code, 'body', at)
  if (held !== undefined) return held
  if (Array.isArray(value))
    return list(
      '',
      value.map((each: unknown, index) => jsonCode(code, each, [...at, index])),
    )
  if (!isRecord(value)) return literal(value)
  return dictionary(
    '',
    Object.entries(value).map(([key, each]) => [key, jsonCode(code, each, [...at, key])]),
  )
}
