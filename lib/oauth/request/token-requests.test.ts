import * as oauth from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import { headerOf, type HttpRequest } from '../http'
import { settingsOf } from '../settings'
import type { Built } from './endpoint-request'
import { clientCredentialsRequest, codeRequest, refreshRequest } from './token-requests'

const settings = settingsOf({
  tokenUrl: 'https://nimbra.example/token',
  clientId: 'nimbra-dify-dev',
  scopes: ['a', 'b'],
})
const exchange = { clientSecret: 's 3', code: 'nb_c_1', redirectUri: 'http://127.0.0.1:3000/oauth/callback' }

function sent(built: Built): HttpRequest {
  if (!built.ok) throw new Error(built.reason)
  return built.request
}

describe('the exchange of a code', () => {
  test('is a form with the client in the body', () => {
    expect(sent(codeRequest(settings, { ...exchange, codeVerifier: 'v~1' }))).toEqual({
      method: 'POST',
      url: 'https://nimbra.example/token',
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Accept', 'application/json'],
      ],
      body:
        'grant_type=authorization_code&code=nb_c_1&redirect_uri=http%3A%2F%2F127.0.0.1%3A3000%2Foauth%2Fcallback' +
        '&code_verifier=v~1&client_id=nimbra-dify-dev&client_secret=s+3',
    })
  })

  test('is JSON with the client in a header, where a service like Notion wants both', () => {
    const request = sent(
      codeRequest(
        {
          ...settings,
          clientAuthentication: 'basic',
          tokenBody: 'json',
          tokenHeaders: [{ name: 'Notion-Version', value: '2022-06-28' }],
        },
        exchange,
      ),
    )
    expect(JSON.parse(request.body ?? '')).toEqual({
      grant_type: 'authorization_code',
      code: 'nb_c_1',
      redirect_uri: exchange.redirectUri,
    })
    expect(headerOf(request, 'content-type')).toBe('application/json')
    expect(headerOf(request, 'authorization')).toBe(`Basic ${btoa('nimbra-dify-dev:s+3')}`)
    expect(headerOf(request, 'notion-version')).toBe('2022-06-28')
  })

  test('has further parameters in a JSON body too, as text, and a refresh its own', () => {
    const json = {
      ...settings,
      tokenBody: 'json' as const,
      tokenParameters: [
        { name: 'audience', value: 'https://api.example' },
        { name: 'version', value: '2' },
        { name: 'client_secret', value: 'other' },
      ],
      refreshParameters: [{ name: 'resource', value: 'mail' }],
      refreshSendsScope: true,
    }
    const client = { client_id: 'nimbra-dify-dev', client_secret: 's 3' }
    expect(JSON.parse(sent(codeRequest(json, exchange)).body ?? '')).toEqual({
      grant_type: 'authorization_code',
      code: 'nb_c_1',
      redirect_uri: exchange.redirectUri,
      audience: 'https://api.example',
      version: '2',
      ...client,
    })
    const refresh = refreshRequest(json, { clientSecret: 's 3', refreshToken: 'nb_rt_1' })
    expect(JSON.parse(sent(refresh).body ?? '')).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'nb_rt_1',
      scope: 'a b',
      resource: 'mail',
      ...client,
    })
  })

  test('carries the parameters of the settings, which replace its own but never the client', () => {
    const tokenParameters = [
      { name: 'scope', value: 'a b' },
      { name: 'grant_type', value: 'custom' },
      { name: 'client_id', value: 'other' },
      { name: '', value: 'half typed' },
    ]
    const body = new URLSearchParams(sent(codeRequest({ ...settings, tokenParameters }, exchange)).body)
    expect([...body.keys()]).toEqual(['grant_type', 'code', 'redirect_uri', 'scope', 'client_id', 'client_secret'])
    expect(body.get('grant_type')).toBe('custom')
    expect(body.get('client_id')).toBe('nimbra-dify-dev')
  })

  test('keeps out headers that are not the author’s to set', () => {
    const tokenHeaders = [
      { name: 'Authorization', value: 'Bearer other' },
      { name: 'Host', value: 'metadata' },
      { name: 'Metadata-Flavor', value: 'Google' },
      { name: 'X-Forwarded-For', value: '127.0.0.1' },
      { name: 'X-Split', value: 'a\r\nb: c' },
      { name: 'accept', value: 'application/vnd.github+json' },
    ]
    expect(sent(codeRequest({ ...settings, tokenHeaders }, exchange)).headers).toEqual([
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['accept', 'application/vnd.github+json'],
    ])
  })

  test('says what the settings lack', () => {
    expect(codeRequest(settingsOf({ clientId: 'a' }), exchange)).toEqual({
      ok: false,
      reason: 'Fill in the token URL.',
    })
    expect(codeRequest({ ...settings, tokenUrl: '/token' }, exchange)).toMatchObject({ ok: false })
    expect(codeRequest(settings, { ...exchange, clientSecret: '' })).toMatchObject({ ok: false })
  })
})

describe('the other grants', () => {
  test('refresh with their own parameters, and the scopes where the server wants them again', () => {
    const given = { clientSecret: 'x', refreshToken: 'nb_rt_1' }
    const own = {
      ...settings,
      tokenParameters: [{ name: 'never', value: '1' }],
      refreshParameters: [{ name: 'p', value: '1' }],
    }
    expect(sent(refreshRequest(own, given)).body).toBe(
      'grant_type=refresh_token&refresh_token=nb_rt_1&p=1&client_id=nimbra-dify-dev&client_secret=x',
    )
    expect(sent(refreshRequest({ ...settings, refreshSendsScope: true, scopeDelimiter: ',' }, given)).body).toContain(
      '&scope=a%2Cb&',
    )
  })

  test('ask for a token of the client itself', () => {
    const basic = { ...settings, clientAuthentication: 'basic' as const, audience: 'https://api.example' }
    expect(sent(clientCredentialsRequest(basic, { clientSecret: 'x' })).body).toBe(
      'grant_type=client_credentials&scope=a+b&audience=https%3A%2F%2Fapi.example',
    )
  })
})

describe('oauth4webapi sends the same', () => {
  const server = { issuer: 'https://nimbra.example', token_endpoint: settings.tokenUrl }
  const client = { client_id: 'my id:1' }
  const secret = "p:ä+s%/*~'("
  const ways = { basic: oauth.ClientSecretBasic, post: oauth.ClientSecretPost, none: oauth.None } as const

  /** What reaches a server that decodes as the standards say. */
  const received = (headers: Headers, body: string) => {
    const [id = '', own = ''] = atob(headers.get('authorization')?.replace('Basic ', '') ?? '').split(':')
    const decoded = new URLSearchParams(`id=${id}&secret=${own}`)
    return { basic: [...decoded.values()], accept: headers.get('accept'), body: [...new URLSearchParams(body)].sort() }
  }

  test.each(['basic', 'post', 'none'] as const)('with the client by %s', async (way) => {
    let theirs: ReturnType<typeof received> | undefined
    const answer = await oauth.refreshTokenGrantRequest(server, client, ways[way](secret), 'nb_rt_1', {
      [oauth.customFetch]: async (_url, { headers, body }) => {
        theirs = received(new Headers(headers), String(body))
        return new Response()
      },
    })
    expect(answer.ok).toBe(true)
    const own = sent(
      refreshRequest(
        { ...settings, clientId: client.client_id, clientAuthentication: way },
        { clientSecret: secret, refreshToken: 'nb_rt_1' },
      ),
    )
    expect(
      received(new Headers(own.headers.map(([name, value]): [string, string] => [name, value])), own.body ?? ''),
    ).toEqual(theirs)
  })
})
