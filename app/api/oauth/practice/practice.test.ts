import { Socket } from 'node:net'
import { beforeEach, expect, it, vi } from 'vitest'
import { GET as provider } from '@/app/practice/[...path]/route'
import { createGuest } from '@/lib/server/accounts'
import { signInAt } from '@/lib/server/practice/test-browser'
import { startSession } from '@/lib/server/sessions'
import { describeOnDatabases, emptyDatabase } from '@/lib/server/test-database'
import { POST as step } from '../flows/[flowId]/steps/route'
import { POST as start } from '../flows/route'
import { GET as practice } from './route'

const given = vi.hoisted(() => ({ sessionId: undefined as string | undefined, practice: true }))
vi.mock('@/lib/server/session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(given.sessionId) }))
vi.mock('@/lib/server/environment', async (original) => {
  const { environment } = await original<typeof import('@/lib/server/environment')>()
  return { environment: () => ({ ...environment(), practice: given.practice }) }
})

const origin = 'http://localhost:3000'
const context = { params: Promise.resolve({}) }

describeOnDatabases('the practice provider of the app', (database) => {
  beforeEach(async () => {
    given.practice = true
    globalThis.plugwrightPractice = undefined
    await emptyDatabase()
    given.sessionId = await startSession((await createGuest()).id, '')
  })

  const ask = (path: string, address = '192.0.2.7') =>
    provider(new Request(`${origin}/practice${path}`, { headers: { 'x-forwarded-for': address } }))

  it('is there where it is on, and nowhere else', async () => {
    expect((await ask('/.well-known/openid-configuration')).status).toBe(200)
    expect((await practice(new Request(origin), context)).status).toBe(200)
    given.practice = false
    await expect(ask('/.well-known/openid-configuration')).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
    await expect(ask('/auth')).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
    const off = await practice(new Request(origin), context)
    expect([off.status, await off.text()]).toEqual([404, expect.stringContaining('PLUGWRIGHT_PRACTICE=1')])
  })

  it('begins 120 sign-ins a minute from one network', async () => {
    for (let count = 0; count < 120; count += 1) expect((await ask('/auth')).status).toBe(400)
    const refused = await ask('/auth')
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('120 times a minute')])
    expect((await ask('/auth', '192.0.2.8')).status).toBe(400)
    expect((await ask('/jwks')).status).toBe(200)
  })

  // A database of its own is reached by sockets too.
  if (database === 'PGlite')
    it('needs no network to bring somebody back with a code', async () => {
      const connect = vi.spyOn(Socket.prototype, 'connect')
      const { settings, clientSecret } = (await (await practice(new Request(origin), context)).json()) as Record<
        string,
        unknown
      >
      const headers = { host: 'localhost:3000', origin, 'content-type': 'application/json' }
      const body = JSON.stringify({ settings, clientSecret, callbackPath: '/oauth/callback' })
      const begun = await start(new Request(origin, { method: 'POST', headers, body }), context)
      const { id, authorization } = (await begun.json()) as { id: string; authorization: { url: string } }
      expect(await signInAt(authorization.url)).toMatch(`${origin}/oauth/callback?code=`)
      expect(connect).not.toHaveBeenCalled()
      // the counter-check: what asks a server does connect
      const asked = { method: 'POST', headers, body: JSON.stringify({ step: 'client-credentials' }) }
      await step(new Request(origin, asked), { params: Promise.resolve({ flowId: id }) })
      expect(connect).toHaveBeenCalled()
      connect.mockRestore()
    })
})
