import { expect, it } from 'vitest'
import { describeOnDatabases, describeOnEmbedded } from '../test-database'
import { accessToken, clientSecret, code, json, token } from './test-answers'
import { origin, otherServer } from './test-other-server'

describeOnEmbedded('servers of other make', () => {
  const { server, send, signedIn, perform, after } = otherServer()

  it.each([
    ['basic', 'form'],
    ['basic', 'json'],
    ['basic-raw', 'form'],
    ['post', 'form'],
    ['post', 'json'],
    ['none', 'form'],
  ] as const)('get the client by %s with a body as %s, in one place', async (clientAuthentication, tokenBody) => {
    const id = await signedIn({
      clientId: 'ac me:1',
      clientAuthentication: clientAuthentication === 'basic-raw' ? 'post' : clientAuthentication,
      tokenBody,
      ...(clientAuthentication === 'basic-raw' && { clientId: 'acme', clientAuthentication }),
    })
    send(json(token))
    await after(id, 'exchange')
    const [seen] = server().seen
    const sent: unknown =
      tokenBody === 'json' ? JSON.parse(seen?.body ?? '') : Object.fromEntries(new URLSearchParams(seen?.body))
    const header = Buffer.from((seen?.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString()
    const basic = clientAuthentication.startsWith('basic')
    expect(header).toBe(
      basic ? (clientAuthentication === 'basic' ? `ac+me%3A1:${clientSecret}` : `acme:${clientSecret}`) : '',
    )
    expect(sent).toEqual({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${origin}/oauth/callback`,
      code_verifier: expect.stringMatching(/^[\w-]{43}$/) as string,
      ...(!basic && { client_id: 'ac me:1' }),
      ...(clientAuthentication === 'post' && { client_secret: clientSecret }),
    })
    expect([seen?.method, seen?.url]).toEqual(['POST', '/token'])
    expect(seen?.headers['content-type']).toBe(
      tokenBody === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    )
  })

  it('get the author’s own headers at the addresses of the settings, and none that belongs to the request', async () => {
    const id = await signedIn({
      tokenHeaders: [{ name: 'Notion-Version', value: '2022-06-28' }],
      whoAmIUrl: `${server().base}/who`,
    })
    send(json(token))
    for (const step of ['exchange', 'userinfo', 'who-am-i', 'introspect'] as const) await after(id, step)
    expect(server().seen.map(({ url }) => url)).toEqual(['/token', '/me', '/who', '/introspect'])
    for (const { headers } of server().seen) {
      expect(headers).toMatchObject({ 'notion-version': '2022-06-28', host: server().host })
      expect(Object.keys(headers)).not.toContain('cookie')
    }
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:1/',
      `http://me@${server().host}/`,
      'file:///etc/passwd',
      `${server().base}/#x`,
    ])
      expect(await perform(id, 'try', url)).toMatchObject({ ok: false, status: 422 })
    expect(server().seen).toHaveLength(4)
  })

  it.each([
    [
      'userinfo',
      {
        status: 401,
        headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="It is over"' },
      },
      { code: 'invalid_token', description: 'It is over' },
    ],
    [
      'userinfo',
      { status: 403, headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="profile"' } },
      { code: 'insufficient_scope' },
    ],
    [
      'userinfo',
      { status: 302, headers: { location: `https://elsewhere.example/?token=${accessToken}` } },
      { code: '' },
    ],
    ['introspect', json({ error: 'invalid_client' }, { status: 401 }), { code: 'invalid_client' }],
    ['revoke', { status: 503, headers: { 'retry-after': '7' } }, { code: '' }],
    ['revoke', json({ error: 'unsupported_token_type' }, { status: 400 }), { code: 'unsupported_token_type' }],
    ['refresh', json({ error: 'invalid_grant' }, { status: 400 }), { code: 'invalid_grant' }],
  ] as const)('when they refuse at %s with %j', async (step, answer, refusal) => {
    const id = await signedIn()
    send(json({ ...token, refresh_token: 'canary-refresh-token-Pn1' }))
    await after(id, 'exchange')
    send({ ...answer, headers: { ...answer.headers } })
    const { exchange } = await after(id, step)
    expect(exchange.refusal).toMatchObject(refusal)
    expect(exchange.explanations.length).toBeGreaterThan(0)
    expect(server().seen).toHaveLength(2)
  })

  it('when they rotate, keep or repeat the refresh token', async () => {
    const id = await signedIn()
    const [first, second] = ['canary-refresh-token-One1', 'canary-refresh-token-Two2']
    const values = [
      [{ ...token, refresh_token: first }, 'exchange', first],
      [{ ...token, refresh_token: second }, 'refresh', second],
      [token, 'refresh', second],
      [{ ...token, refresh_token: second }, 'refresh', second],
    ] as const
    for (const [answer, step, counts] of values) {
      send(json(answer))
      const { flow, remarks } = await after(id, step)
      expect(flow.token?.refreshToken).toMatch(new RegExp(`••••••${counts.slice(-4)}$`))
      expect(JSON.stringify([flow, remarks])).not.toContain('canary-refresh-token')
    }
    expect(
      server()
        .seen.slice(1)
        .map(({ body }) => new URLSearchParams(body).get('refresh_token')),
    ).toEqual([first, second, second])
  })
})

describeOnDatabases('the whole way at a server of other make', () => {
  const { send, signedIn, after } = otherServer()

  it('is gone', async () => {
    const id = await signedIn()
    send(json({ ...token, refresh_token: 'canary-refresh-token-Pn1' }))
    for (const step of ['exchange', 'refresh', 'introspect', 'userinfo', 'revoke', 'revoke-access'] as const)
      expect((await after(id, step)).exchange.answer?.status).toBe(200)
  })
})
