import 'server-only'
import { beforeEach, expect, vi } from 'vitest'
import type { Step } from '@/lib/oauth/flow'
import type { OAuthSettings } from '@/lib/oauth/settings'
import { shownFlow, type ShownFlow } from '@/lib/oauth/shown-flow'
import { createGuest } from '../accounts'
import { answerPractice } from '../practice/answer-practice'
import { practiceClient } from '../practice/practice-client'
import { signInAt } from '../practice/test-browser'
import type { SafeRequest, SafeResult } from '../safe-fetch'
import { startSession } from '../sessions'
import { emptyDatabase } from '../test-database'
import { readFlow, type FlowOwner } from './flows'
import { performStep } from './perform-step'
import { receiveCallback } from './receive-callback'
import { startFlow } from './start-flow'

// Here and not in the tests: what they call of the server has to come through this file.
vi.mock('../safe-fetch', () => ({
  // the practice provider as it is, without a network between
  safeFetch: async (url: string, { method, headers, body }: SafeRequest): Promise<SafeResult> => {
    const response = await answerPractice(new Request(url, { method, headers: { ...headers }, body }))
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { ok: true, url, status: response.status, headers: [...response.headers], body: bytes }
  },
}))

/** Our own origin in these tests. */
export const origin = 'http://localhost:3000'

export const failed = (remarks: readonly { verdict: string; text: string }[]) =>
  remarks.filter(({ verdict }) => verdict === 'fail').map(({ text }) => text)

/** Somebody who tries a client at the practice provider, and what their page shows. */
export function practiceFlows() {
  const at: { owner: FlowOwner } = { owner: { userId: '', sessionId: '' } }
  const owner = () => at.owner

  beforeEach(async () => {
    globalThis.plugwrightPractice = undefined
    await emptyDatabase()
    const { id } = await createGuest()
    at.owner = { userId: id, sessionId: await startSession(id, '') }
  })

  async function start(part: Partial<OAuthSettings> = {}, callbackPath = '/oauth/callback') {
    const { settings, clientSecret } = practiceClient()
    const started = await startFlow(owner(), origin, { settings: { ...settings, ...part }, clientSecret, callbackPath })
    if (!started.ok) throw new Error(started.reason)
    return { ...started, cookie: started.cookie?.value ?? '' }
  }

  async function shown(id: string): Promise<ShownFlow> {
    const kept = await readFlow(owner().userId, id)
    if (!kept) throw new Error('no flow')
    return shownFlow(id, kept.expiresAt.getTime(), kept.flow)
  }

  const perform = (id: string, name: Step, url?: string) => performStep(owner().userId, id, name, url)

  async function step(id: string, name: Step, url?: string) {
    const performed = await perform(id, name, url)
    if (!performed.ok) throw new Error(performed.reason)
    const last = (await shown(id)).exchanges.at(-1)
    if (!last) throw new Error('nothing sent')
    return last
  }

  /** Begins a flow and comes back with its answer. */
  async function signedIn(part: Partial<OAuthSettings> = {}) {
    const { id, flow, cookie } = await start(part)
    const back = await signInAt(flow.authorization?.url ?? '')
    expect(await receiveCallback(owner().userId, back, cookie)).toBe('code')
    return { id, back, cookie }
  }

  return { owner, start, shown, perform, step, signedIn }
}
