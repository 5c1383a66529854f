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
