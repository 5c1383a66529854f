import 'server-only'
import { judgeCallback } from '@/lib/oauth/callback'
import type { OAuthFlow } from '@/lib/oauth/flow'
import { changeFlow, takeAuthorization } from './flows'

/** What became of a callback: the flow got its answer, with a code or without, or nobody here waits for it. */
export type Received = 'code' | 'refused' | 'unknown'

/**
 * Takes what came back with a browser into the flow that it answers, once. A callback of another browser, of another user, of more
 * than five minutes ago, or that was taken before, changes nothing and is `unknown`.
 */
export async function receiveCallback(userId: string, url: string, cookie: string): Promise<Received> {
  const state = new URL(url).searchParams.get('state') ?? ''
  const flowId = await takeAuthorization(userId, state, { cookie })
  if (flowId === undefined) return 'unknown'
  const kept = await changeFlow(userId, flowId, (flow) => withCallback(flow, url, true))
  if (!kept) return 'unknown'
  return kept.flow.callback?.code === undefined ? 'refused' : 'code'
}

/**
 * The same for a callback URL that was pasted into the page of its flow. Where it does not answer the flow, the flow says why, and
 * waits on; a code that it has already stays.
 */
export async function pasteCallback(userId: string, flowId: string, url: string): Promise<void> {
  const state = URL.canParse(url) ? (new URL(url).searchParams.get('state') ?? '') : ''
  const taken = await takeAuthorization(userId, state, { flowId })
  await changeFlow(userId, flowId, (flow) =>
    taken === undefined && flow.callback?.code !== undefined ? flow : withCallback(flow, url, taken !== undefined),
  )
}

function withCallback(flow: OAuthFlow, url: string, isOwnState: boolean): OAuthFlow {
  const { redirectUri, settings, authorization } = flow
  const at = Date.now()
  const { code, parameters, remarks, ...refused } = judgeCallback(url, {
    redirectUri,
    isOwnState,
    age: (at - (authorization?.at ?? at)) / 1000,
    issuer: settings.issuer,
    sendsIssuer: settings.sendsIssuer,
    pkce: settings.pkce,
  })
  return { ...flow, callback: { at, code, parameters: [...parameters], remarks: [...remarks], ...refused } }
}
