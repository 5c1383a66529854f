import 'server-only'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import type { Step } from '@/lib/oauth/flow'
import { settingsOf, type OAuthSettings } from '@/lib/oauth/settings'
import { shownFlow, type ShownFlow } from '@/lib/oauth/shown-flow'
import { createGuest } from '../accounts'
import { startSession } from '../sessions'
import { emptyDatabase } from '../test-database'
import { discover } from './discover'
import { readFlow, removeFlows, type FlowOwner } from './flows'
import { performStep } from './perform-step'
import { receiveCallback } from './receive-callback'
import { startFlow } from './start-flow'
import { accessToken, clientSecret, code, type Answer } from './test-answers'
import { startTestServer, type TestServer } from './test-server'

// Here and not in the tests: what they call of the server has to come through this file.
const given = vi.hoisted(() => ({ allow: new Set<string>(), milliseconds: 2000 }))
vi.mock('../environment', async (original) => {
  const { environment } = await original<typeof import('../environment')>()
  return { environment: () => ({ ...environment(), fetchAllow: given.allow }) }
})
vi.mock('./limits', async (original) => {
  const { limits } = await original<typeof import('./limits')>()
  const { milliseconds } = given
  return {
    limits: {
      ...limits,
      request: { ...limits.request, milliseconds },
      discovery: { ...limits.discovery, milliseconds },
    },
  }
})

/** Our own origin in these tests. */
export const origin = 'http://localhost:3000'

/** An authorization server of another make on this machine, somebody who tries a client there, and what their page shows. */
export function otherServer() {
  const at: { owner: FlowOwner; server: TestServer | undefined } = {
    owner: { userId: '', sessionId: '' },
    server: undefined,
  }
  const server = () => at.server ?? expect.fail('the server is not there yet')

  beforeAll(async () => {
    await emptyDatabase()
    const { id } = await createGuest()
    at.owner = { userId: id, sessionId: await startSession(id, '') }
    at.server = await startTestServer()
    given.allow.add(at.server.host)
  })
  afterEach(async () => {
    server().seen.length = 0
    await removeFlows(at.owner.userId)
  })
  afterAll(() => server().close())

  /** Answers whatever is asked next. */
  function send({ status = 200, headers = {}, body }: Answer) {
    server().answer = (response) => response.writeHead(status, headers).end(body)
  }

  function start(part: Partial<OAuthSettings> = {}) {
    const { base } = server()
    const settings = settingsOf({
      clientId: 'acme',
      authorizationUrl: `${base}/authorize`,
      tokenUrl: `${base}/token`,
      revocationUrl: `${base}/revoke`,
      introspectionUrl: `${base}/introspect`,
      userinfoUrl: `${base}/me`,
      scopes: ['read'],
      ...part,
    })
    return startFlow(at.owner, origin, { settings, clientSecret, callbackPath: '/oauth/callback' })
  }

  /** A flow with a code. */
  async function signedIn(part: Partial<OAuthSettings> = {}): Promise<string> {
    const started = await start(part)
    if (!started.ok) throw new Error(started.reason)
    const back = `${origin}/oauth/callback?code=${code}&state=${started.flow.authorization?.state}`
    expect(await receiveCallback(at.owner.userId, back, started.cookie?.value ?? '')).toBe('code')
    return started.id
  }

  async function shown(id: string): Promise<ShownFlow> {
    const kept = await readFlow(at.owner.userId, id)
    if (!kept) throw new Error('no flow')
    const flow = await shownFlow(id, 0, kept.flow)
    // as it leaves, and with nothing in it that must not
    const text = JSON.stringify(flow)
    for (const secret of [clientSecret, code, accessToken, 'canary-first-of-two-Rt3', '314159265358979'])
      expect(text).not.toContain(secret)
    return flow
  }

  const perform = (id: string, step: Step, url?: string) => performStep(at.owner.userId, id, step, url)

  /** What the page shows after a step, remarks with their remedies. */
  async function after(id: string, step: Step) {
    const performed = await perform(id, step)
    if (!performed.ok) throw new Error(performed.reason)
    const flow = await shown(id)
    const exchange = flow.exchanges.at(-1)
    if (!exchange) throw new Error('nothing sent')
    return {
      flow,
      exchange,
      remarks: exchange.remarks.map((each) => ({ ...each, text: `${each.text} ${each.remedy ?? ''}` })),
    }
  }

  /** As the page asks it, with a client that has no addresses yet. */
  const look = (issuer: string) => discover(issuer, settingsOf({ clientId: 'acme' }))

  return { server, send, start, signedIn, perform, after, look }
}
