import { describe, expect, test } from 'vitest'
import { answerOf } from '../answer/test-answer'
import { settingsOf } from '../settings'
import { readMetadata } from './read-metadata'

const issuer = 'https://nimbra.example'
const full = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
  introspection_endpoint: `${issuer}/introspect`,
  userinfo_endpoint: `${issuer}/userinfo`,
  scopes_supported: ['openid', 'forecast.read'],
  response_types_supported: ['code'],
  response_modes_supported: ['query', 'fragment'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  code_challenge_methods_supported: ['plain', 'S256'],
  authorization_response_iss_parameter_supported: true,
}
const read = (part: Record<string, unknown>, own: Parameters<typeof settingsOf>[0] = {}, asked = issuer) =>
  readMetadata(asked, answerOf({ ...full, ...part }), settingsOf(own), 0)
const texts = ({ remarks }: ReturnType<typeof read>) =>
  remarks.filter(({ verdict }) => verdict !== 'pass').map(({ verdict, text }) => `${verdict}: ${text}`)

describe('metadata are read', () => {
  test('into settings', () => {
    const reading = read({}, { scopes: ['forecast.read'] })
    expect(reading.settings).toEqual({
      issuer,
      authorizationUrl: `${issuer}/authorize`,
      tokenUrl: `${issuer}/token`,
      revocationUrl: `${issuer}/revoke`,
      introspectionUrl: `${issuer}/introspect`,
      userinfoUrl: `${issuer}/userinfo`,
      clientAuthentication: 'post',
      pkce: 'S256',
      sendsIssuer: true,
    })
    expect(reading.scopes).toEqual(['openid', 'forecast.read'])
    expect(texts(reading)).toEqual([])
  })

  test.each([
    [['client_secret_basic'], 'post', 'basic'],
    [['client_secret_basic'], 'basic-raw', 'basic-raw'],
    [['client_secret_post', 'client_secret_basic'], 'none', 'basic'],
    [undefined, 'post', 'basic'],
    [['none'], 'post', 'none'],
  ] as const)('with the client by %j: %s becomes %s', (offered, clientAuthentication, chosen) => {
    const reading = read({ token_endpoint_auth_methods_supported: offered }, { clientAuthentication })
    expect(reading.settings?.clientAuthentication).toBe(chosen)
  })

  test.each([
    [['S256'], 'off', 'S256'],
    [['plain'], 'S256', 'plain'],
    [[], 'S256', 'off'],
    [undefined, 'S256', undefined],
  ] as const)('with the challenge methods %j: %s becomes %s', (offered, pkce, chosen) => {
    expect(read({ code_challenge_methods_supported: offered }, { pkce }).settings?.pkce).toBe(chosen)
  })
})

describe('it is said', () => {
  test.each([
    [
      { token_endpoint_auth_methods_supported: ['private_key_jwt', 'tls_client_auth'] },
      'fail: The server wants the client by private_key_jwt, tls_client_auth, which is not supported here.',
    ],
    [{ token_endpoint: 'http://nimbra.example/token' }, 'fail: token_endpoint is no https address, and is not used.'],
    [{ revocation_endpoint: 'javascript:alert(1)' }, 'fail: revocation_endpoint is no https address, and is not used.'],
    [{ userinfo_endpoint: '/me' }, 'fail: userinfo_endpoint is no whole address, and is not used.'],
    [{ authorization_endpoint: undefined }, 'fail: The metadata have no usable authorization_endpoint.'],
    [
      { response_types_supported: ['id_token'] },
      'fail: The server gives no codes (response_types_supported): Dify can take nothing else.',
    ],
    [
      { response_modes_supported: ['form_post'] },
      'fail: The server does not answer in the query: Dify reads nothing else.',
    ],
    [
      { grant_types_supported: ['implicit', 'refresh_token'] },
      'fail: The server does not name the grant authorization_code.',
    ],
    [
      { grant_types_supported: ['authorization_code'] },
      'note: The server does not name the refresh token grant: people may have to sign in again when the token ends.',
    ],
    [{ code_challenge_methods_supported: undefined }, 'note: The server does not say whether it knows PKCE.'],
    [
      { authorization_response_iss_parameter_supported: undefined },
      'note: The server does not promise to name itself in its answers (iss).',
    ],
  ])('of %j', (part, remark) => {
    expect(texts(read(part))).toContain(remark)
  })

  test('which scopes the server does not name', () => {
    expect(texts(read({}, { scopes: ['forecast.read', 'x'] }))).toEqual([
      'note: Not among the scopes that the server names: x. It may know more than it names.',
    ])
  })
})

describe('metadata of another issuer', () => {
  test('are not used', () => {
    const reading = read({ issuer: 'https://evil.example' })
    expect(reading.settings).toBeUndefined()
    expect(texts(reading)[0]).toContain('not used')
    expect(read({ issuer: undefined }).settings).toBeUndefined()
  })

  test('that only lack the last slash are not used either, but it is said what to write', () => {
    const reading = read({ issuer: `${issuer}/` })
    expect(reading.settings).toBeUndefined()
    expect(reading.remarks[0]?.remedy).toBe(
      'Only the slash at the end differs: give the issuer as https://nimbra.example/.',
    )
  })

  test('are used where Microsoft has one document for all tenants', () => {
    const asked = 'https://login.microsoftonline.com/common/v2.0'
    expect(read({ issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }, {}, asked).settings?.issuer).toBe(
      asked,
    )
    expect(read({ issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }).settings).toBeUndefined()
  })
})

test('what is no metadata is said to be none', () => {
  expect(readMetadata(issuer, answerOf('<html>', { status: 404 }), settingsOf({}), 0).remarks).toMatchObject([
    { verdict: 'fail', text: 'There are no metadata here (HTTP 404).' },
  ])
})

test('a server that is asked by http may have its endpoints there', () => {
  const own = 'http://127.0.0.1:3000/practice'
  const body = { ...full, issuer: own, token_endpoint: `${own}/token`, authorization_endpoint: `${own}/auth` }
  expect(readMetadata(own, answerOf(body), settingsOf({}), 0).settings?.tokenUrl).toBe(`${own}/token`)
})
