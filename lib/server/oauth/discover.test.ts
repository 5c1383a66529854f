import { expect, it } from 'vitest'
import { json } from './test-answers'
import { describeOnEmbedded } from '../test-database'
import { otherServer } from './test-other-server'

describeOnEmbedded('servers of other make', () => {
  const { server, send, start, signedIn, after, look } = otherServer()

  it.each([
    ['/there', true],
    ['https://elsewhere.example/there', false],
    ['//elsewhere.example/there', false],
    ['/.well-known/oauth-authorization-server', false],
  ])('when they lead a look for their metadata on to %s', async (location, follows) => {
    const metadata = {
      issuer: server().base,
      authorization_endpoint: `${server().base}/a`,
      token_endpoint: `${server().base}/t`,
    }
    server().answer = (response, { url }) => {
      if (url === '/there')
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata))
      else response.writeHead(302, { location }).end()
    }
    const found = await look(server().base)
    expect(found.ok && found.reading.settings?.tokenUrl).toBe(follows && `${server().base}/t`)
    if (!found.ok) expect(found.reason).toMatch(/another server, which is not followed|More than 1 redirects/)
    for (const { headers } of server().seen)
      expect(Object.keys(headers).filter((name) => ['authorization', 'cookie', 'referer'].includes(name))).toEqual([])
  })

  it('when a page stands where their metadata should, by every address that was asked', async () => {
    send({ headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Welcome</title>' })
    const found = await look(`${server().base}/acme`)
    expect(found.ok && found.reading.remarks.map(({ text }) => text)).toEqual([
      `${server().base}/.well-known/oauth-authorization-server/acme: A web page came back instead of JSON (HTTP 200).`,
      `${server().base}/acme/.well-known/openid-configuration: A web page came back instead of JSON (HTTP 200).`,
    ])
  })

  it('when their metadata name an address within a network', async () => {
    const inside = 'https://10.0.0.5/token'
    send(json({ issuer: server().base, authorization_endpoint: `${server().base}/a`, token_endpoint: inside }))
    const found = await look(server().base)
    expect(found.ok && found.reading.settings?.tokenUrl).toBe(inside)
    const said = found.ok && found.reading.remarks.filter(({ verdict }) => verdict === 'fail')
    expect(said).toMatchObject([{ text: expect.stringContaining(`${inside}, cannot be reached from here`) as string }])
  })

  it.each([
    [{ authorizationUrl: 'https://me:secret@example.com/a' }, 'out of the authorization URL'],
    [{ grant: 'client_credentials', tokenUrl: 'javascript:alert(1)' }, 'Begin the token URL with https://'],
    [{ whoAmIUrl: 'file:///etc/passwd' }, 'Begin the who-am-I URL with https://'],
    [{ issuer: 'example.com' }, 'Give the issuer as a whole address'],
  ] as const)('only by addresses of the web: %j', async (part, words) => {
    const started = await start(part)
    expect(started).toMatchObject({ ok: false, reason: expect.stringContaining(words) as string })
  })

  it('when their metadata lead to addresses that may not be asked', async () => {
    const inside = 'http://169.254.169.254/token'
    send(json({ issuer: server().base, authorization_endpoint: `${server().base}/a`, token_endpoint: inside }))
    const found = await look(server().base)
    const id = await signedIn({ tokenUrl: (found.ok && found.reading.settings?.tokenUrl) || inside })
    const { exchange } = await after(id, 'exchange')
    expect(exchange.failure).toContain('Use https: 169.254.169.254')
  })
})
