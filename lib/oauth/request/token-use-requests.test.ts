import { describe, expect, test } from 'vitest'
import { headerOf } from '../http'
import { settingsOf } from '../settings'
import {
  introspectionRequest,
  revocationRequest,
  tryRequest,
  userinfoRequest,
  whoAmIRequest,
} from './token-use-requests'

const settings = settingsOf({
  tokenUrl: 'https://nimbra.example/token',
  revocationUrl: 'https://nimbra.example/revoke',
  introspectionUrl: 'https://nimbra.example/introspect',
  whoAmIUrl: 'https://api.nimbra.example/me',
  whoAmIScheme: 'token',
  clientId: 'id',
})
const given = { clientSecret: 'x', token: 'nb_at_1', kind: 'access_token' } as const

describe('a token is', () => {
  test('revoked and introspected by the client', () => {
    const body = 'token=nb_at_1&token_type_hint=access_token&client_id=id&client_secret=x'
    expect(revocationRequest(settings, given)).toMatchObject({
      request: { url: 'https://nimbra.example/revoke', body },
    })
    expect(introspectionRequest(settings, given)).toMatchObject({
      request: { url: 'https://nimbra.example/introspect', body },
    })
    expect(revocationRequest({ ...settings, revocationUrl: '' }, given)).toEqual({
      ok: false,
      reason: 'Fill in the revocation URL.',
    })
  })

  test('sent as a form by a client that says who it is once', () => {
    const basic = { ...settings, tokenBody: 'json', clientAuthentication: 'basic' } as const
    for (const built of [revocationRequest(basic, given), introspectionRequest(basic, given)]) {
      expect(built).toMatchObject({ request: { body: 'token=nb_at_1&token_type_hint=access_token' } })
      expect(built.ok && headerOf(built.request, 'content-type')).toBe('application/x-www-form-urlencoded')
      expect(built.ok && headerOf(built.request, 'authorization')).toBe(`Basic ${btoa('id:x')}`)
    }
  })

  test('used in a header, by the word that the service reads', () => {
    const built = whoAmIRequest(settings, 'nb_at_1')
    expect(built.ok && headerOf(built.request, 'authorization')).toBe('token nb_at_1')
    expect(built.ok && built.request.body).toBeUndefined()
    const standard = userinfoRequest({ ...settings, userinfoUrl: 'https://nimbra.example/userinfo' }, 'nb_at_1')
    expect(standard.ok && headerOf(standard.request, 'authorization')).toBe('Bearer nb_at_1')
    expect(whoAmIRequest(settings, 'a\r\nx: y')).toMatchObject({ ok: false })
  })

  test.each([
    ['https://api.nimbra.example/v2/things?limit=1', true],
    ['https://nimbra.example/x', true],
    ['http://api.nimbra.example/me', false],
    ['https://api.nimbra.example:8443/me', false],
    ['https://api.nimbra.example.evil.com/me', false],
    ['https://api.nimbra.example@evil.com/me', false],
    ['https://user:pw@api.nimbra.example/me', false],
    ['https://evil.com/me', false],
    ['file:///etc/passwd', false],
    ['/me', false],
  ])('tried at %s: %s', (url, ok) => {
    expect(tryRequest(settings, 'nb_at_1', url).ok).toBe(ok)
  })
})
