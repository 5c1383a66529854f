import 'server-only'
import { generateRandomCodeVerifier, generateRandomNonce, generateRandomState } from 'oauth4webapi'
import { z } from 'zod'
import { difyCallbackPath } from '@/lib/dify-callback-path'
import { addressProblem } from '@/lib/oauth/address'
import { authorizationRequest } from '@/lib/oauth/authorization-request'
import type { OAuthFlow } from '@/lib/oauth/flow'
import { challengeOf } from '@/lib/oauth/pkce'
import { headerRefusal } from '@/lib/oauth/request/extra-headers'
import { addressKeys, addressNames, oauthSettings, type OAuthSettings } from '@/lib/oauth/settings'
import { filledSettings } from '@/lib/oauth/variables'
import { beginAuthorization, createFlow, readFlow, type FlowOwner } from './flows'
import { limits } from './limits'

const part = '[a-z0-9_-]+'
const pathOfDify = difyCallbackPath({
  author: part,
  plugin: part,
  provider: part,
  kind: '(?:tool|datasource|trigger)',
})

/** The two callback paths of ours: the short one, and that of Dify. */
export const callbackPath = new RegExp(`^/oauth/callback$|^${pathOfDify}$`)

export const startInput = z.object({
  settings: oauthSettings,
  /** Absent: that of the flow `secretOf`, which the page cannot read. */
  clientSecret: z.string().max(10_000).optional(),
  secretOf: z.string().max(100).optional(),
  callbackPath: z.string().regex(callbackPath, 'Name one of the two callback paths of Plugwright.'),
})

export type StartInput = z.infer<typeof startInput>

export type Started =
  | { ok: true; id: string; flow: OAuthFlow; cookie?: { state: string; value: string } }
  | { ok: false; reason: string; status?: 429 }

const tooManyFlows = {
  ok: false,
  reason: `Clear all flows first, or wait: ${limits.flows} of one person are kept, each for an hour.`,
  status: 429,
} as const

/**
 * Begins a flow: fills in the addresses, makes state, verifier and nonce, and the authorization URL. A flow of client credentials has
 * none of these. `origin` is that of the page, and of the redirect URI.
 */
export async function startFlow(owner: FlowOwner, origin: string, input: StartInput): Promise<Started> {
  const filled = filledSettings(input.settings)
  if (!filled.ok) return filled
  const { settings } = filled
  for (const key of addressKeys) {
    const reason = settings[key] === '' ? undefined : addressProblem(addressNames[key], settings[key])
    if (reason !== undefined) return { ok: false, reason }
  }
  for (const header of settings.tokenHeaders.filter(({ name }) => name !== '')) {
    const reason = headerRefusal(header)
    if (reason !== undefined) return { ok: false, reason: `Take the further header ${header.name} out: ${reason}` }
  }
  const clientSecret = input.clientSecret ?? (await secretOf(owner.userId, input.secretOf, settings))
  const flow: OAuthFlow = { settings, clientSecret, redirectUri: origin + input.callbackPath, exchanges: [] }
  if (settings.grant === 'client_credentials') {
    const id = await createFlow(owner, flow)
    return id === undefined ? tooManyFlows : { ok: true, id, flow }
  }
  if (settings.clientId === '') return { ok: false, reason: 'Fill in the client ID.' }
  const state = generateRandomState()
  const verifier = settings.pkce === 'off' ? undefined : generateRandomCodeVerifier()
  const challenge = verifier && settings.pkce !== 'off' ? await challengeOf(verifier, settings.pkce) : undefined
  const nonce = settings.scopes.includes('openid') ? generateRandomNonce() : undefined
  const request = authorizationRequest(settings, { redirectUri: flow.redirectUri, state, challenge, nonce })
  if (!request) return { ok: false, reason: 'Fill in the authorization URL.' }
  // One that stands in the address or the further parameters takes the place of ours.
  const sentNonce = request.parameters.find(({ name }) => name === 'nonce')?.value
  const begun = { ...flow, authorization: { url: request.url, state, verifier, nonce: sentNonce, at: Date.now() } }
  const id = await createFlow(owner, begun)
  if (id === undefined) return tooManyFlows
  return { ok: true, id, flow: begun, cookie: { state, value: await beginAuthorization(id, state) } }
}

/** The secret of an earlier flow, lent only to the same client of the same server: settings may have changed in between. */
async function secretOf(userId: string, id: string | undefined, settings: OAuthSettings): Promise<string> {
  const before = id === undefined ? undefined : (await readFlow(userId, id))?.flow
  const same = before?.settings.clientId === settings.clientId && addresses(before.settings) === addresses(settings)
  return same ? before.clientSecret : ''
}

/** Where a client of these settings sends its secret. */
function addresses({ tokenUrl, revocationUrl, introspectionUrl }: OAuthSettings): string {
  return JSON.stringify([tokenUrl, revocationUrl, introspectionUrl])
}
