import type { CurlRequest } from '../../../paste/curl'
import { call, dictionary, lay, list, literal, prefixed, type Code } from '../../../python/layout'
import { pythonString } from '../../../python/literals'
import { isRecord } from '../../../yaml/nodes'
import type { Secret } from './request-secret'
import { segmentsOf, type RequestValue } from './request-values'

/** What the Python of a request is made of. */
export interface RequestCode {
  request: CurlRequest
  secret: Secret | undefined
  /** The values that are parameters, with the local that holds each. */
  locals: readonly { value: RequestValue; name: string }[]
  /** Locals with the credentials. */
  credentials: { secret?: string; user?: string }
}

/** Headers that requests sets, or that only say which browser asked. */
const left =
  /^(content-length|host|connection|user-agent|cookie|referer|origin|priority|cache-control|pragma|dnt|te|accept-encoding|accept-language|upgrade-insecure-requests|sec-.*|if-.*)$/i

/** The address with places for what varies, as a Python constant. */
export function addressConstant({ request, locals }: RequestCode): string {
  const path = segmentsOf(request.url).map((segment, index) => {
    const local = locals.find(({ value }) => value.part === 'path' && value.at[0] === index)
    const fixed = encodeURIComponent(segment).replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2C', ',')
    return local ? `{${local.name}}` : fixed
  })
  return `URL = ${pythonString(request.url.origin + path.join('/'))}`
}

/** True where the address has a place to fill, which needs `quote`. */
export function fillsAddress({ locals }: RequestCode): boolean {
  return locals.some(({ value }) => value.part === 'path')
}

/** Lines of the call that sends the request, to be assigned to `response`. */
export function requestLines(code: RequestCode, indent: number): string[] {
  const method = code.request.method.toLowerCase()
  const known = ['get', 'post', 'put', 'patch', 'delete', 'head'].includes(method)
  const address = fillsAddress(code)
    ? call(
        'URL.format',
        code.locals.flatMap(({ value, name }) => (value.part === 'path' ? [`${name}=quote(${name}, safe="")`] : [])),
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

function paramsOf(code: RequestCode): Code | undefined {
  const pairs = code.request.query.map(([name, text], index): readonly [string, Code] => {
    if (code.secret?.kind === 'query' && code.secret.name === name) return [name, code.credentials.secret ?? 'None']
    return [name, textCode(code, 'query', index, text)]
  })
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
  if (!local) return pythonString(text)
  return local.value.type === 'boolean' ? `"true" if ${local.name} else "false"` : local.name
}

function headersOf(code: RequestCode): Code | undefined {
  const { request, secret, credentials } = code
  const entries = request.headers.flatMap(([name, value]): (readonly [string, Code])[] => {
    if (secret?.kind === 'header' && secret.name === name)
      return [[name, credentialCode(secret.prefix, credentials.secret ?? 'None')]]
    if (left.test(name) || (secret?.kind === 'basic' && /^authorization$/i.test(name))) return []
    if (/^accept$/i.test(name) && value === '*/*') return []
    if (/^content-type$/i.test(name) && request.body?.kind !== 'text') return []
    return [[name, pythonString(value)]]
  })
  return entries.length === 0 ? undefined : dictionary('', entries)
}

const credentialCode = (prefix: string, local: string) => (prefix === '' ? local : `f"${prefix}{${local}}"`)

function authOf({ secret, credentials }: RequestCode): Code | undefined {
  if (secret?.kind !== 'basic') return undefined
  const login = secret.name === 'secret' ? [credentials.secret, '""'] : [credentials.user, credentials.secret]
  return `(${login.map((each) => each ?? '""').join(', ')})`
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
  const local = localOf(code, 'body', at)
  if (local) return local.name
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
