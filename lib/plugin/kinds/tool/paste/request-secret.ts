import type { CurlRequest } from '../../../paste/curl'

/** Where a request carries what opens the door. The secret itself is never kept. */
export type Secret =
  | { kind: 'header'; name: string; prefix: string }
  | { kind: 'query'; name: string }
  | { kind: 'basic'; name: 'asked' | 'secret' }

const headers = /^(authorization|.*api-?key|.*-token|token|.*-secret|x-auth.*|subscription-key|.*-subscription-key)$/i
const parameters = /^(api_?key|key|token|access_?token|auth|auth_token|app_?id|secret|subscription-key)$/i

/** The first secret of a request: a login, a header, a parameter of the address. */
export function secretOf({ user, headers: sent, query }: CurlRequest): Secret | undefined {
  if (user) return basic(user.name, user.password)
  for (const [name, value] of sent) {
    if (!headers.test(name)) continue
    const login = /^basic\s+(\S+)$/i.exec(value)?.[1]
    if (login !== undefined && /^authorization$/i.test(name)) return loginSecret(login) ?? header(name, value)
    return header(name, value)
  }
  const parameter = query.find(([name]) => parameters.test(name))
  return parameter ? { kind: 'query', name: parameter[0] } : undefined
}

/** `Bearer abc` has a prefix, `abc` has none. */
function header(name: string, value: string): Secret {
  return { kind: 'header', name, prefix: /^([A-Za-z]+[ =:]+)\S/.exec(value)?.[1] ?? '' }
}

/** Services that have one key take it as the name of a login without a password. */
function basic(name: string, password: string): Secret {
  return { kind: 'basic', name: password === '' && name !== '' ? 'secret' : 'asked' }
}

function loginSecret(base64: string): Secret | undefined {
  try {
    const [name = '', password = ''] = atob(base64).split(':')
    return basic(name, password)
  } catch {
    return undefined
  }
}
