import { beforeEach, expect, it, vi } from 'vitest'
import type { OAuthSettings } from '@/lib/oauth/settings'
import { shownFlow, type ShownFlow } from '@/lib/oauth/shown-flow'
import type { Step } from '@/lib/oauth/flow'
import { practiceClients } from '@/lib/oauth/practice'
import { createGuest } from '../accounts'
import { database } from '../database'
import { answerPractice } from '../practice/answer-practice'
import { practiceClient } from '../practice/practice-client'
import { signInAt } from '../practice/test-browser'
import type { SafeRequest, SafeResult } from '../safe-fetch'
import { startSession } from '../sessions'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { cookieNameOf, readFlow, type FlowOwner } from './flows'
import { performStep } from './perform-step'
import { pasteCallback, receiveCallback } from './receive-callback'
import { revealFlow } from './reveal-flow'
import { startFlow } from './start-flow'

vi.mock('../safe-fetch', () => ({
  // the practice provider as it is, without a network between
  safeFetch: async (url: string, { method, headers, body }: SafeRequest): Promise<SafeResult> => {
    const response = await answerPractice(new Request(url, { method, headers: { ...headers }, body }))
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { ok: true, url, status: response.status, headers: [...response.headers], body: bytes }
  },
}))

const origin = 'http://localhost:3000'

describeOnDatabases('the playground', () => {
  let owner: FlowOwner

  beforeEach(async () => {
    globalThis.plugwrightPractice = undefined
    await emptyDatabase()
    const { id } = await createGuest()
    owner = { userId: id, sessionId: await startSession(id, '') }
  })

  async function start(part: Partial<OAuthSettings> = {}, callbackPath = '/oauth/callback') {
    const { settings, clientSecret } = practiceClient()
    const started = await startFlow(owner, origin, { settings: { ...settings, ...part }, clientSecret, callbackPath })
    if (!started.ok) throw new Error(started.reason)
    return { ...started, cookie: started.cookie?.value ?? '' }
  }

  async function shown(id: string): Promise<ShownFlow> {
    const kept = await readFlow(owner.userId, id)
    if (!kept) throw new Error('no flow')
    return shownFlow(id, kept.expiresAt.getTime(), kept.flow)
  }

  async function step(id: string, name: Step, url?: string) {
    const performed = await performStep(owner.userId, id, name, url)
    if (!performed.ok) throw new Error(performed.reason)
    const last = (await shown(id)).exchanges.at(-1)
    if (!last) throw new Error('nothing sent')
    return last
  }

  /** Begins a flow and comes back with its answer. */
  async function signedIn(part: Partial<OAuthSettings> = {}) {
    const { id, flow, cookie } = await start(part)
    const back = await signInAt(flow.authorization?.url ?? '')
    expect(await receiveCallback(owner.userId, back, cookie)).toBe('code')
    return { id, back, cookie }
  }

  const failed = (remarks: readonly { verdict: string; text: string }[]) =>
    remarks.filter(({ verdict }) => verdict === 'fail').map(({ text }) => text)

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
    expect(await performStep(owner.userId, id, 'exchange')).toMatchObject({ ok: false, status: 422 })
  })

  it('takes a callback once, from the browser that began, and says so to any other', async () => {
    const { id, flow, cookie } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    const other = await createGuest()
    expect(await receiveCallback(other.id, back, cookie)).toBe('unknown')
    expect(await receiveCallback(owner.userId, back, 'another browser')).toBe('unknown')
    expect((await shown(id)).callback).toBeUndefined()
    expect(await receiveCallback(owner.userId, back, cookie)).toBe('code')
    expect(await receiveCallback(owner.userId, back, cookie)).toBe('unknown')
  })

  it('keeps two tabs apart', async () => {
    const [one, two] = [await start(), await start()]
    expect(cookieNameOf(one.flow.authorization?.state ?? '')).not.toBe(
      cookieNameOf(two.flow.authorization?.state ?? ''),
    )
    const back = await signInAt(two.flow.authorization?.url ?? '')
    await receiveCallback(owner.userId, back, two.cookie)
    expect((await shown(one.id)).callback).toBeUndefined()
    expect((await shown(two.id)).callback?.code).toBeDefined()
  })

  it('takes a pasted callback, and says why another is none', async () => {
    const { id, flow } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    await pasteCallback(owner.userId, id, back.replace(/state=[^&]+/, 'state=other'))
    expect(failed((await shown(id)).callback?.remarks ?? []).join(' ')).toContain('state')
    expect((await shown(id)).callback?.code).toBeUndefined()
    await pasteCallback(owner.userId, id, back)
    expect((await shown(id)).callback?.code).toBeDefined()
    expect((await step(id, 'exchange')).answer?.status).toBe(200)
  })

  it('keeps the code that came when something else is pasted', async () => {
    const { id, back } = await signedIn()
    for (const pasted of [back, 'no address', 'https://evil.example/?code=x&state=y'])
      await pasteCallback(owner.userId, id, pasted)
    expect((await step(id, 'exchange')).answer?.status).toBe(200)
  })

  it('lends the secret of an earlier flow to the same client of the same server only', async () => {
    const { settings, clientSecret } = practiceClient()
    const { id } = await start()
    const again = async (part: Partial<OAuthSettings>) => {
      const input = { settings: { ...settings, ...part }, secretOf: id, callbackPath: '/oauth/callback' }
      const started = await startFlow(owner, origin, input)
      return started.ok && started.flow.clientSecret
    }
    expect(await again({ scopes: ['openid'] })).toBe(clientSecret)
    expect(await again({ tokenUrl: 'https://evil.example/token' })).toBe('')
    expect(await again({ revocationUrl: 'https://evil.example/revoke' })).toBe('')
    expect(await again({ clientId: 'another' })).toBe('')
  })

  it('shows no code, however often it came', async () => {
    const { id, flow } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    await pasteCallback(owner.userId, id, `${back}&code=the-second-code-of-two`)
    const callback = JSON.stringify((await shown(id)).callback)
    expect(callback).not.toContain('the-second-code-of-two')
    expect(callback).not.toContain(new URL(back).searchParams.get('code'))
  })

  it.each([
    ['denied', 'refused', 'refused'],
    ['missing-iss', 'refused', 'name itself'],
    ['mixed-up-iss', 'refused', 'mix-up'],
  ])('with %s gets no code and says why', async (failure, received, words) => {
    const { id, flow, cookie } = await start({ authorizationUrl: `${origin}/practice/auth?failure=${failure}` })
    const back = await signInAt(flow.authorization?.url ?? '')
    expect(await receiveCallback(owner.userId, back, cookie)).toBe(received)
    expect(failed((await shown(id)).callback?.remarks ?? []).join(' ')).toContain(words)
  })

  it('sends a token by hand to the addresses of its settings only', async () => {
    const { id } = await signedIn()
    await step(id, 'exchange')
    expect((await step(id, 'try', `${origin}/practice/me`)).answer?.status).toBe(200)
    expect(await performStep(owner.userId, id, 'try', 'https://evil.example/')).toMatchObject({
      ok: false,
      status: 422,
    })
  })

  it('shows no secret, keeps none that can be read, and reveals them to their user alone', async () => {
    const { id } = await signedIn()
    await step(id, 'exchange')
    await step(id, 'userinfo')
    await step(id, 'refresh')
    const secrets = await revealFlow(owner.userId, id)
    const flow = (await readFlow(owner.userId, id))?.flow
    const values = [...Object.values(secrets ?? {}), flow?.authorization?.verifier].filter((each) => each !== undefined)
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
    expect(await prisma.auditEntry.findMany()).toMatchObject([{ userId: owner.userId, action: 'oauth.reveal' }])
  })

  it.each([
    [{ clientId: '' }, 'Fill in the client ID.'],
    [{ authorizationUrl: 'example.com' }, 'Give the authorization URL as a whole'],
    [{ tokenUrl: 'https://{subdomain}.example.com' }, 'Fill in subdomain'],
  ])('does not begin with %j, and says what to do', async (part, reason) => {
    await expect(start(part)).rejects.toThrow(reason)
  })
})
