import { nameFromLabel } from '../../../project/names'
import type { CurlRequest } from '../../../paste/curl'
import { isKnownToken } from '../../../paste/secret-text'
import { isRecord } from '../../../yaml/nodes'
import { segmentsOf } from './request-path'

/** A place of a request that carries what opens a door; what stands there is never kept. `name` is that of a credential that would hold it. */
export type Secret = { name: string } & (
  | { part: 'header'; header: string; prefix: string }
  | { part: 'query' | 'body'; at: readonly (string | number)[] }
  | { part: 'path'; index: number; prefix: string }
  | { part: 'user' | 'password' }
)

const headers = /^(authorization|.*api-?key|.*-token|token|.*-secret|x-auth.*|.*subscription-key|x-.*-key)$/i
const names =
  /^(.*api_?key|key|(.*_)?token|auth|app_?id|(.*_)?secret|subscription-key|(.*_)?password|passwd|pwd|private_?key|signature)$/i
/** A token in an address, as bots and webhooks have it, with what stands before it. */
const inPath = /^(bot)?(\d{6,}:[\w-]{20,}|(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,})$/
const plainId = /^[0-9a-f-]{24,}$/i

/** Every secret of a request: logins, headers, values of the address and of the body, by what they are called; tokens in the path. */
export function secretsOf(request: CurlRequest): Secret[] {
  return [
    ...loginSecrets(request),
    ...headerSecrets(request),
    ...querySecrets(request),
    ...bodySecrets(request),
    ...pathSecrets(request),
  ]
}

/** Whether a value of this name is one that nobody shows. */
export function isSecretName(name: string): boolean {
  return names.test(name)
}

function loginSecrets({ user }: CurlRequest): Secret[] {
  if (!user) return []
  // Services that have one key take it as the name of a login without a password.
  if (user.password === '' && user.name !== '') return [{ name: 'api_key', part: 'user' }]
  return [
    { name: 'username', part: 'user' },
    { name: 'password', part: 'password' },
  ]
}

function headerSecrets({ headers: sent, user }: CurlRequest): Secret[] {
  return sent.flatMap(([header, value]): Secret[] => {
    const authorization = /^authorization$/i.test(header)
    if (!(headers.test(header) || isKnownToken(value)) || (authorization && user)) return []
    const login = authorization ? /^basic\s+(\S+)$/i.exec(value)?.[1] : undefined
    const decoded = login === undefined ? undefined : loginOf(login)
    if (decoded) return loginSecrets({ ...emptyRequest, user: decoded })
    // `Bearer abc` has a prefix, `abc` has none.
    const prefix = /^([A-Za-z]+[ =:]+)\S/.exec(value)?.[1] ?? ''
    return [
      { name: authorization ? 'api_key' : credentialName(header.replace(/^x-/i, '')), part: 'header', header, prefix },
    ]
  })
}

const emptyRequest: CurlRequest = {
  method: 'GET',
  url: new URL('https://localhost'),
  query: [],
  headers: [],
  notes: [],
}

function loginOf(base64: string): { name: string; password: string } | undefined {
  try {
    const [name = '', password = ''] = atob(base64).split(':')
    return { name, password }
  } catch {
    return undefined
  }
}

function querySecrets({ query }: CurlRequest): Secret[] {
  return query.flatMap(([name, value], index): Secret[] =>
    names.test(name) || isKnownToken(value) ? [{ name: credentialName(name), part: 'query', at: [index] }] : [],
  )
}

function bodySecrets({ body }: CurlRequest): Secret[] {
  if (body?.kind === 'json') return jsonSecrets(body.value, [])
  if (body?.kind !== 'form' && body?.kind !== 'multipart') return []
  return body.fields.flatMap(([name, value], index): Secret[] =>
    names.test(name) || isKnownToken(value) ? [{ name: credentialName(name), part: 'body', at: [index] }] : [],
  )
}

function jsonSecrets(value: unknown, at: readonly (string | number)[]): Secret[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => jsonSecrets(each, [...at, index]))
  if (isRecord(value)) return Object.entries(value).flatMap(([key, each]) => jsonSecrets(each, [...at, key]))
  const name = at.at(-1)
  return typeof value === 'string' && typeof name === 'string' && (names.test(name) || isKnownToken(value))
    ? [{ name: credentialName(name), part: 'body', at }]
    : []
}

function pathSecrets({ url }: CurlRequest): Secret[] {
  return segmentsOf(url).flatMap((segment, index): Secret[] => {
    const match = plainId.test(segment) ? null : inPath.exec(segment)
    return match ? [{ name: 'token', part: 'path', index, prefix: match[1] ?? '' }] : []
  })
}

function credentialName(text: string): string {
  const name = nameFromLabel(text).replaceAll('-', '_')
  return /^[a-z]/.test(name) ? name : 'api_key'
}
