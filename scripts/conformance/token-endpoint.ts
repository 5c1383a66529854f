import { createHash } from 'node:crypto'

/** The app that the tests registered at the service. Its secret needs escaping in a form and in a header. */
export const client = { client_id: 'app', client_secret: 'a secret: of % the app' }

/** A request for a token, as it came. */
export interface TokenRequest {
  query: URLSearchParams
  authorization: string
  contentType: string
  body: string
}

/** Status, body and, for a redirect, the address with which an authorization server answers; text is sent as it is. */
export function tokenAnswer(request: TokenRequest): [number, object | string, string?] {
  const body = bodyOf(request)
  if (body === undefined || !isKnown(request, body)) return [401, { error: 'invalid_client' }]
  const code = body.get('code') ?? ''
  if (code === 'soft') return [200, { error: 'bad_verification_code' }]
  if (code === 'page') return [200, '<html>no JSON</html>']
  if (code === 'moved') return [302, '']
  if (code === 'astray') return [302, '', 'http://[nowhere']
  if (code === 'endless') return [200, '['.repeat(100_000)]
  if (code === 'broken') return [503, {}]
  if (body.get('grant_type') === 'authorization_code' && isRight(request, body, code)) {
    if (code.endsWith('.marked')) return [200, `\ufeff${JSON.stringify({ ...token, ...lifetime })}`]
    if (code.endsWith('.spelled')) return [200, { ...token, expires_in: ' 3_600.0' }]
    return [200, { ...token, refresh_token: 'a refresh token', ...(code.endsWith('.forever') ? {} : lifetime) }]
  }
  const refreshToken = body.get('grant_type') === 'refresh_token' ? body.get('refresh_token') : undefined
  if (refreshToken === 'kept') return [200, { ...token, expires_in: 3600 }]
  if (refreshToken === 'emptied') return [200, { ...token, refresh_token: '', expires_in: 3600 }]
  if (refreshToken === 'rotated') return [200, { ...token, refresh_token: 'a refresh token', ...lifetime }]
  return [400, { error: 'invalid_grant', error_description: 'the code is wrong' }]
}

const token = { access_token: 'a new token', token_type: 'bearer', extra: 1 }
const lifetime = { expires_in: '3600' }

/** The parameters, where they are written as `body` of the query asks for. */
function bodyOf({ query, contentType, body }: TokenRequest): URLSearchParams | undefined {
  const json = query.get('body') === 'json'
  if (contentType !== (json ? 'application/json' : 'application/x-www-form-urlencoded')) return undefined
  return new URLSearchParams(json ? Object.entries<string>(JSON.parse(body)) : body)
}

/** Whether the client stands where `login` of the query asks for it, and nowhere else. */
function isKnown({ query, authorization }: TokenRequest, body: URLSearchParams): boolean {
  const { client_id: id, client_secret: secret } = client
  const login = query.get('login')
  if (login === null)
    return authorization === '' && body.get('client_id') === id && body.get('client_secret') === secret
  const encoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)
  const pair = login === 'basic' ? `${encoded(id)}:${encoded(secret)}` : `${id}:${secret}`
  return authorization === `Basic ${Buffer.from(pair).toString('base64')}` && !body.has('client_secret')
}

/** With PKCE a code knows its challenge; without, the request carries the parameter of its own. */
function isRight({ query }: TokenRequest, body: URLSearchParams, code: string): boolean {
  if (body.get('redirect_uri') !== 'https://dify.example/callback') return false
  const verifier = body.get('code_verifier')
  if (query.has('login')) return verifier === null && body.get('audience') === 'b' && code.startsWith('plain')
  const challenge = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url')
  return code.split('.')[1] === challenge
}
