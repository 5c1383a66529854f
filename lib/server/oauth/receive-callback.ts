import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { judgeCallback, postedRemark, secondsToCallBack } from '@/lib/oauth/callback'
import type { OAuthFlow } from '@/lib/oauth/flow'
import { awaitsCallback, changeFlow, flowOfState, takeAuthorization, waitingFlows } from './flows'

/**
 * What became of a callback: the flow got its answer, with a code or without; it has `another` state than the sign-in for which this browser
 * waits; or nobody here waits for it.
 */
export type Received = 'code' | 'refused' | 'another' | 'unknown'

/**
 * Takes what came back with a browser into the flow that it answers, once. A callback of another browser, of another user, of more
 * than five minutes ago, or that was taken before, changes nothing and is `unknown`.
 */
export async function receiveCallback(userId: string, url: string, cookie: string): Promise<Received> {
  const state = new URL(url).searchParams.get('state') ?? ''
  const flowId = await takeAuthorization(userId, state, { cookie })
  if (flowId === undefined) return 'unknown'
  const kept = await changeFlow(userId, flowId, (flow) => withCallback(flow, url, 'own'))
  if (!kept) return 'unknown'
  return kept.flow.callback?.code === undefined ? 'refused' : 'code'
}

/**
 * A callback whose state nobody here sent, while this browser waits for one: the newest sign-in that waits says so, and waits on. A code
 * that came with it is not taken.
 */
export async function noteStrayCallback(userId: string, url: string, cookies: readonly string[]): Promise<Received> {
  const [flowId] = cookies.length > 0 ? await waitingFlows(userId, cookies) : []
  if (flowId === undefined) return 'unknown'
  const kept = await changeFlow(userId, flowId, (flow) =>
    flow.callback?.code === undefined ? withCallback(flow, url, 'another') : flow,
  )
  return kept ? 'another' : 'unknown'
}

/**
 * A callback that was posted: the sign-in whose state came says so, and waits on. A post from another site carries no cookies, so that
 * the state alone tells which one; nothing of the answer is kept.
 */
export async function notePostedCallback(state: string): Promise<void> {
  const found = await flowOfState(state)
  if (!found) return
  const callback = { at: Date.now(), parameters: [], remarks: [postedRemark] }
  await changeFlow(found.userId, found.flowId, (flow) =>
    flow.callback?.code === undefined ? { ...flow, callback } : flow,
  )
}

/**
 * The same for a callback URL that was pasted into the page of its flow. Where it does not answer the flow, the flow says why, and
 * waits on; a flow that was answered stays as it is, and the reason comes back.
 */
export async function pasteCallback(userId: string, flowId: string, url: string): Promise<string | undefined> {
  const state = URL.canParse(url) ? (new URL(url).searchParams.get('state') ?? '') : ''
  const taken = await takeAuthorization(userId, state, { flowId })
  const waits = taken !== undefined || (await awaitsCallback(flowId))
  const kept = await changeFlow(userId, flowId, (flow) => {
    if (!waits) return flow
    if (taken === undefined && isSame(flow.authorization?.state ?? '', state)) return withCallback(flow, url, 'late')
    return withCallback(flow, url, taken === undefined ? 'another' : 'own')
  })
  if (waits || !kept) return undefined
  const { authorization, callback } = kept.flow
  if (!authorization) return 'Nothing was asked of a person in this flow: there is no callback to paste.'
  const begin = isSame(authorization.state, state) ? 'This answer came before' : 'This flow was answered before'
  return callback?.code === undefined
    ? `${begin}, and a code works once: start again.`
    : `${begin}: go on with its code, or start again.`
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}

/** `late`: the state is the flow's own, but its five minutes are over. */
function withCallback(flow: OAuthFlow, url: string, state: 'own' | 'late' | 'another'): OAuthFlow {
  const { redirectUri, settings, authorization } = flow
  const at = Date.now()
  const age = (at - (authorization?.at ?? at)) / 1000
  const { code, parameters, remarks, ...refused } = judgeCallback(url, {
    redirectUri,
    isOwnState: state !== 'another',
    // Who is late is told by the clock of the database.
    age: state === 'late' ? Math.max(age, secondsToCallBack + 1) : age,
    issuer: settings.issuer,
    sendsIssuer: settings.sendsIssuer,
    pkce: settings.pkce,
  })
  return { ...flow, callback: { at, code, parameters: [...parameters], remarks: [...remarks], ...refused } }
}
