import { expect, it } from 'vitest'
import type { OAuthSettings } from '@/lib/oauth/settings'
import { practiceClients } from '@/lib/oauth/practice'
import { createGuest } from '../accounts'
import { database } from '../database'
import { practiceClient } from '../practice/practice-client'
import { describeOnDatabases } from '../test-database'
import { readFlow } from './flows'
import { revealFlow } from './reveal-flow'
import { startFlow } from './start-flow'
import { failed, origin, practiceFlows } from './test-practice-flow'

describeOnDatabases('the playground', () => {
  const { owner, start, shown, perform, step, signedIn } = practiceFlows()

  it.each([
    ['post', { clientId: practiceClients.post, clientAuthentication: 'post' }],
    ['basic', { clientId: practiceClients.basic, clientAuthentication: 'basic' }],
    ['a public client', { clientId: practiceClients.none, clientAuthentication: 'none' }],
  ] as const)('goes the whole way with PKCE and %s', async (_, part) => {
    const { id } = await signedIn(part)
    expect(failed((await shown(id)).callback?.remarks ?? [])).toEqual([])

    const exchange = await step(id, 'exchange')
    expect([exchange.answer?.status, failed(exchange.remarks)]).toEqual([200, []])
    const first = (await shown(id)).token
    expect(first?.token).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600 })

    const userinfo = await step(id, 'userinfo')
    expect([userinfo.answer?.status, failed(userinfo.remarks)]).toEqual([200, []])
    expect(userinfo.answer?.body).toContain('Pat Practice')

    const refresh = await step(id, 'refresh')
    expect([refresh.answer?.status, failed(refresh.remarks)]).toEqual([200, []])
    expect((await shown(id)).token).toMatchObject({ index: 2 })
    expect(refresh.remarks.map(({ text }) => text).join(' ')).toContain('A new refresh token came')

    if (part.clientAuthentication !== 'none') {
      const introspection = await step(id, 'introspect')
      expect(introspection.answer?.body).toContain('"active":true')
    }
    const revoked = await step(id, 'revoke')
    expect([revoked.answer?.status, failed(revoked.remarks)]).toEqual([200, []])
    const after = await step(id, 'refresh')
    expect([after.answer?.status, after.refusal?.code]).toEqual([400, 'invalid_grant'])
    expect(after.explanations.length).toBeGreaterThan(0)
  })

  it('gets a token for the client alone', async () => {
    const { id } = await start({ grant: 'client_credentials', scopes: ['notes.read'] })
    const exchange = await step(id, 'client-credentials')
    expect([exchange.answer?.status, failed(exchange.remarks)]).toEqual([200, []])
    expect((await shown(id)).token?.refreshToken).toBeUndefined()
  })

  it('exchanges a code once, whatever comes back', async () => {
    const { id } = await signedIn({ tokenUrl: `${origin}/practice/token?failure=server-error` })
    expect((await step(id, 'exchange')).answer?.status).toBe(500)
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false, status: 422 })
  })

  it('sends a code once, however many exchange it at once', async () => {
    const { id } = await signedIn()
    const done = await Promise.all([1, 2, 3, 4].map(() => perform(id, 'exchange')))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    for (const each of done) if (!each.ok) expect(each.status).toBeOneOf([409, 422])
    expect((await shown(id)).exchanges.map(({ answer }) => answer?.status)).toEqual([200])
  })

  it('spends a rotating refresh token once, however many refresh at once', async () => {
    const { id } = await signedIn()
    await step(id, 'exchange')
    const done = await Promise.all([1, 2, 3].map(() => perform(id, 'refresh')))
    const sent = (await shown(id)).exchanges.slice(1)
    expect(sent).toHaveLength(done.filter(({ ok }) => ok).length)
    expect(sent.map(({ answer }) => answer?.status)).toEqual(sent.map(() => 200))
    for (const each of done) if (!each.ok) expect(each.status).toBe(409)
  })

  it.each(['Host', 'Cookie', 'Transfer-Encoding', 'X-Forwarded-For', 'a b'])(
    'does not begin with %s among its headers, and says what to do',
    async (name) => {
      await expect(start({ tokenHeaders: [{ name, value: 'x' }] })).rejects.toThrow(
        `Take the further header ${name} out: `,
      )
    },
  )

  it('lends the secret of an earlier flow to the same client of the same server only', async () => {
    const { settings, clientSecret } = practiceClient()
    const { id } = await start()
    const again = async (part: Partial<OAuthSettings>) => {
      const input = { settings: { ...settings, ...part }, secretOf: id, callbackPath: '/oauth/callback' }
      const started = await startFlow(owner(), origin, input)
      return started.ok && started.flow.clientSecret
    }
    expect(await again({ scopes: ['openid'] })).toBe(clientSecret)
    expect(await again({ tokenUrl: 'https://evil.example/token' })).toBe('')
    expect(await again({ revocationUrl: 'https://evil.example/revoke' })).toBe('')
    expect(await again({ clientId: 'another' })).toBe('')
  })

  it('sends a token by hand to the addresses of its settings only', async () => {
    const { id } = await signedIn()
    await step(id, 'exchange')
    expect((await step(id, 'try', `${origin}/practice/me`)).answer?.status).toBe(200)
    expect(await perform(id, 'try', 'https://evil.example/')).toMatchObject({
      ok: false,
      status: 422,
    })
  })

  it('shows no secret, keeps none that can be read, and reveals them to their user alone', async () => {
    const { id } = await signedIn()
    await step(id, 'exchange')
    await step(id, 'userinfo')
    await step(id, 'refresh')
    const secrets = await revealFlow(owner().userId, id)
    const flow = (await readFlow(owner().userId, id))?.flow
    const { clientSecret, accessToken, refreshToken, idToken } = secrets ?? {}
    const values = [clientSecret, accessToken, refreshToken, idToken, flow?.authorization?.verifier].filter(
      (each) => each !== undefined,
    )
    expect(values).toHaveLength(5)

    const page = JSON.stringify(await shown(id))
    const prisma = await database()
    const tables = await Promise.all([
      prisma.oAuthFlow.findMany(),
      prisma.oAuthAuthorization.findMany(),
      prisma.practiceRecord.findMany(),
      prisma.auditEntry.findMany(),
    ])
    const stored = Buffer.concat(
      tables
        .flat()
        .map((row) => Buffer.concat([Buffer.from(JSON.stringify(row)), 'sealed' in row ? row.sealed : Buffer.of()])),
    )
    for (const value of values) {
      expect(page).not.toContain(value)
      expect(stored.includes(value)).toBe(false)
    }
    expect(await revealFlow((await createGuest()).id, id)).toBeUndefined()
    expect(await prisma.auditEntry.findMany()).toMatchObject([{ userId: owner().userId, action: 'oauth.reveal' }])
  })

  it.each([
    [{ clientId: '' }, 'Fill in the client ID.'],
    [{ authorizationUrl: 'example.com' }, 'Give the authorization URL as a whole'],
    [{ tokenUrl: 'https://{subdomain}.example.com' }, 'Fill in subdomain'],
  ])('does not begin with %j, and says what to do', async (part, reason) => {
    await expect(start(part)).rejects.toThrow(reason)
  })
})
