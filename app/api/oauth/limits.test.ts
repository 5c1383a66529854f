import { beforeEach, expect, it, vi } from 'vitest'
import type { Exchange, OAuthFlow } from '@/lib/oauth/flow'
import { settingsOf } from '@/lib/oauth/settings'
import { createGuest } from '@/lib/server/accounts'
import { createFlow, type FlowOwner } from '@/lib/server/oauth/flows'
import { limits } from '@/lib/server/oauth/limits'
import { startSession } from '@/lib/server/sessions'
import { describeOnDatabases, emptyDatabase } from '@/lib/server/test-database'
import { POST as discovery } from './discovery/route'
import { POST as paste } from './flows/[flowId]/callback/route'
import { POST as reveal } from './flows/[flowId]/reveal/route'
import { DELETE as forget, GET as look } from './flows/[flowId]/route'
import { POST as step } from './flows/[flowId]/steps/route'
import { DELETE as clear, POST as start } from './flows/route'

const cookie = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('@/lib/server/session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(cookie.sessionId) }))

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

const settings = settingsOf({ clientId: 'acme', authorizationUrl: 'https://id.example/authorize' })
const input = { settings, clientSecret: 'secret', callbackPath: '/oauth/callback' }
const flow: OAuthFlow = { settings, clientSecret: 'secret', redirectUri: 'https://a.example', exchanges: [] }

/** Every route that a person clicks on, with a body of its own. */
const clicks: Readonly<Record<string, [Handler, unknown]>> = {
  start: [start, input],
  paste: [paste, { url: 'https://a.example' }],
  step: [step, { step: 'exchange' }],
  reveal: [reveal, {}],
  discovery: [discovery, { issuer: 'http://10.0.0.1', settings: {} }],
}

describeOnDatabases('the limits of the playground', () => {
  let owner: FlowOwner

  async function signIn() {
    const { id } = await createGuest()
    owner = { userId: id, sessionId: await startSession(id, '') }
    cookie.sessionId = owner.sessionId
  }

  beforeEach(async () => {
    await emptyDatabase()
    await signIn()
  })

  async function send(handler: Handler, body?: unknown, { flowId = '', method = 'POST', address = '192.0.2.7' } = {}) {
    const request = new Request('http://localhost:3000/api/oauth', {
      method,
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
        'x-forwarded-for': address,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const response = await handler(request, { params: Promise.resolve({ flowId }) })
    return { status: response.status, text: await response.text(), wait: response.headers.get('retry-after') }
  }

  it.each(Object.keys(clicks))('let a person click 30 times a minute: %s', async (last) => {
    const flowId = await createFlow(owner, flow)
    const [handler, body] = clicks[last] ?? [start, input]
    for (let count = 0; count < 29; count += 1) await send(reveal, {}, { flowId })
    expect((await send(handler, body, { flowId })).status).not.toBe(429)
    const { status, text, wait } = await send(handler, body, { flowId })
    expect([status, wait, text]).toEqual([
      429,
      '60',
      expect.stringContaining('may click 30 times a minute here, one network 60'),
    ])
    await signIn()
    expect((await send(start, input)).status).toBe(201)
  })

  it('let a network click 60 times a minute, whoever it is', async () => {
    for (let person = 0; person < 4; person += 1) {
      await signIn()
      for (let count = 0; count < 15; count += 1) expect((await send(reveal)).status).toBe(404)
    }
    await signIn()
    expect((await send(reveal)).status).toBe(429)
    expect((await send(reveal, {}, { address: '192.0.2.8' })).status).toBe(404)
  })

  it('let the pages of a person look 240 times a minute, and always let them clear', async () => {
    const flowId = await createFlow(owner, flow)
    for (let count = 0; count < 240; count += 1)
      expect((await send(look, undefined, { flowId, method: 'GET' })).status).toBe(200)
    const { status, text } = await send(look, undefined, { flowId, method: 'GET' })
    expect([status, text]).toEqual([429, expect.stringContaining('240 times a minute')])
    expect((await send(forget, undefined, { flowId, method: 'DELETE' })).status).toBe(204)
    expect((await send(clear, undefined, { method: 'DELETE' })).status).toBe(204)
  })

  it('take 256 KiB of a page', async () => {
    const flowId = await createFlow(owner, flow)
    for (const [name, [handler]] of Object.entries(clicks).filter(([each]) => each !== 'reveal')) {
      const { status, text } = await send(handler, { url: 'x'.repeat(256 * 1024) }, { flowId })
      expect([name, status, text]).toEqual([name, 413, expect.stringContaining('256 KiB at most')])
    }
  })

  it('keep 50 flows of a person, however many begin at once', async () => {
    await Promise.all(Array.from({ length: limits.flows - 2 }, () => createFlow(owner, flow)))
    const ids = await Promise.all(Array.from({ length: 6 }, () => createFlow(owner, flow)))
    expect(ids.filter((id) => id !== undefined)).toHaveLength(2)
    for (const each of [settings, { ...settings, grant: 'client_credentials' }]) {
      const { status, text } = await send(start, { ...input, settings: each })
      expect([status, text]).toEqual([429, expect.stringContaining('Clear all flows first, or wait: 50')])
    }
    await send(clear, undefined, { method: 'DELETE' })
    expect((await send(start, input)).status).toBe(201)
  })

  it('let a flow remember 2 MiB of answers', async () => {
    const exchange: Exchange = {
      step: 'refresh',
      at: 0,
      request: { method: 'POST', url: 'https://id.example/token', headers: [] },
      answer: { status: 200, headers: [], body: 'x'.repeat(limits.exchanges.bytes), milliseconds: 1 },
      remarks: [],
    }
    const flowId = await createFlow(owner, { ...flow, exchanges: [exchange] })
    const { status, text } = await send(step, { step: 'client-credentials' }, { flowId })
    expect([status, text]).toEqual([422, expect.stringContaining('2 MiB of answers at most')])
  })
})
