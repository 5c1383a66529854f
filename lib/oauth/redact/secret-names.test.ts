import { expect, test } from 'vitest'
import { isSecretHeader, isSecretName } from './secret-names'

test.each([
  ...['client_secret', 'clientSecret', 'access_token', 'refreshToken', 'id_token', 'code', 'code_verifier', 'password'],
  ...['api_key', 'apiKey', 'X-Api-Key', 'client_assertion', 'tokens', 'private-key', 'token'],
  ...['session', 'sessionId', 'bearer', 'jwt'],
])('%s is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true)
})

test.each([
  ...['client_id', 'state', 'token_type', 'token_endpoint', 'expires_in', 'scope', 'error_code', 'country_code'],
  ...['code_challenge', 'next_page_token', 'monkey', 'secretary', 'redirect_uri', 'grant_type'],
])('%s is not', (name) => {
  expect(isSecretName(name)).toBe(false)
})

test.each([
  'Authorization',
  'Cookie',
  'Set-Cookie',
  'X-Auth-Token',
  'X-Session',
  'X-Foo-Token',
  'x-auth',
  'X-Goog-Api-Key',
  'X-Hub-Signature',
  'Proxy-Authorization',
])('the header %s is a secret', (name) => {
  expect(isSecretHeader(name)).toBe(true)
})

test.each([
  'X-OAuth-Scopes',
  'X-Accepted-OAuth-Scopes',
  'X-RateLimit-Limit',
  'WWW-Authenticate',
  'X-Request-Id',
  'Location',
])('the header %s is none', (name) => {
  expect(isSecretHeader(name)).toBe(false)
})
