import { describe, expect, test } from 'vitest'
import { authorizationRequest } from './authorization-request'
import { settingsOf } from './settings'

const base = { authorizationUrl: 'https://id.example.com/authorize', clientId: 'acme' }
const input = { redirectUri: 'http://127.0.0.1:3000/oauth/callback', state: 's', challenge: 'c' }

function queryOf(part: Parameters<typeof settingsOf>[0], more = {}): Record<string, string> {
  const request = authorizationRequest(settingsOf({ ...base, ...part }), { ...input, ...more })
  return Object.fromEntries(new URL(request?.url ?? '').searchParams)
}

describe('the authorization URL', () => {
  test('carries what RFC 6749 and RFC 7636 ask for', () => {
    expect(queryOf({ scopes: ['read', 'write'] })).toEqual({
      response_type: 'code',
      client_id: 'acme',
      redirect_uri: input.redirectUri,
      scope: 'read write',
      state: 's',
      code_challenge: 'c',
      code_challenge_method: 'S256',
    })
  })

  test('separates scopes as the service wants it, and leaves the parameter out without any', () => {
    expect(queryOf({ scopes: ['read', 'write'], scopeDelimiter: ',' }).scope).toBe('read,write')
    expect(queryOf({})).not.toHaveProperty('scope')
  })

  test('is no place for a secret', () => {
    const settings = settingsOf({ ...base, authorizationParameters: [{ name: 'client_assertion', value: 'x' }] })
    expect(authorizationRequest(settings, input)?.remarks).toMatchObject([
      { verdict: 'fail', text: expect.stringContaining('client_assertion is called after a secret') as string },
    ])
  })

  test('sends no challenge where PKCE is off', () => {
    const query = queryOf({ pkce: 'off' }, { challenge: undefined })
    expect(Object.keys(query)).toEqual(['response_type', 'client_id', 'redirect_uri', 'state'])
  })

  test('keeps the parameters of the address, and adds those of the settings', () => {
    const query = queryOf({
      authorizationUrl: 'https://id.example.com/authorize?tenant=a%20b&scope=old',
      scopes: ['new'],
      prompt: 'consent',
      audience: 'api',
      authorizationParameters: [
        { name: 'access_type', value: 'offline' },
        { name: '', value: 'half typed' },
      ],
    })
    expect(query).toMatchObject({
      tenant: 'a b',
      scope: 'new',
      prompt: 'consent',
      audience: 'api',
      access_type: 'offline',
    })
    expect(Object.keys(query)).not.toContain('')
  })

  test("does not let a further parameter replace the flow's own, and says so", () => {
    const request = authorizationRequest(
      settingsOf({ ...base, authorizationParameters: [{ name: 'state', value: 'mine' }] }),
      input,
    )
    expect(new URL(request?.url ?? '').searchParams.getAll('state')).toEqual(['s'])
    expect(request?.remarks).toMatchObject([{ verdict: 'note', text: expect.stringContaining('state') }])
  })

  test.each(['form_post', 'fragment'])('fails with response_mode=%s, which cannot reach Dify', (value) => {
    const request = authorizationRequest(
      settingsOf({ ...base, authorizationParameters: [{ name: 'response_mode', value }] }),
      input,
    )
    expect(request?.remarks).toMatchObject([{ verdict: 'fail' }])
  })

  test('drops a fragment, and says so', () => {
    const request = authorizationRequest(settingsOf({ ...base, authorizationUrl: `${base.authorizationUrl}#x` }), input)
    expect(request?.url).not.toContain('#')
    expect(request?.remarks).toMatchObject([{ verdict: 'fail', standard: 'RFC 6749 §3.1' }])
  })

  test('says of each parameter who wants it and why', () => {
    const request = authorizationRequest(
      settingsOf({
        ...base,
        authorizationUrl: `${base.authorizationUrl}?x=1`,
        authorizationParameters: [{ name: 'owner', value: 'user' }],
      }),
      input,
    )
    const from = Object.fromEntries((request?.parameters ?? []).map((each) => [each.name, each.from]))
    expect(from).toMatchObject({ x: 'address', client_id: 'standard', owner: 'settings' })
    for (const each of request?.parameters ?? []) if (each.from === 'standard') expect(each.why).toBeTruthy()
  })

  test('is none where the address is no URL', () => {
    expect(authorizationRequest(settingsOf({ authorizationUrl: 'id.example.com' }), input)).toBeUndefined()
  })
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.com/', '/authorize', ''])(
  'nobody is sent to %s',
  (authorizationUrl) => {
    expect(authorizationRequest(settingsOf({ ...base, authorizationUrl }), input)).toBeUndefined()
  },
)

const said = (part: Parameters<typeof settingsOf>[0]) =>
  authorizationRequest(settingsOf({ ...base, ...part }), input)?.remarks.map(({ text }) => text)

test('an address without encryption fails, but on this machine', () => {
  expect(said({ authorizationUrl: 'http://id.example.com/a' })?.[0]).toContain('not encrypted')
  expect(said({ authorizationUrl: 'http://127.0.0.1:9000/a' })).toEqual([])
  expect(said({ authorizationUrl: 'http://localhost.example.com/a' })).toHaveLength(1)
})

test('a parameter that stands twice is named, wherever it does', () => {
  const parameter = { name: 'resource', value: 'https://api.example.com' }
  expect(said({ authorizationUrl: 'https://id.example.com/a?x=1&x=2' })?.[0]).toContain('The parameter x stands twice')
  expect(said({ authorizationParameters: [parameter, parameter] })?.[0]).toContain(
    'The parameter resource stands twice',
  )
  expect(said({ authorizationUrl: 'https://id.example.com/a?x=1', authorizationParameters: [parameter] })).toEqual([])
})

test('a nonce of the settings is sent, and said to be always the same', () => {
  const part = { authorizationParameters: [{ name: 'nonce', value: 'mine' }] }
  expect(queryOf(part, { nonce: 'random' }).nonce).toBe('mine')
  expect(said(part)?.[0]).toContain('always the same')
})
