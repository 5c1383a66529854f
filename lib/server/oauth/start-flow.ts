import 'server-only'
import { z } from 'zod'
import { authorizationRequest } from '@/lib/oauth/authorization-request'
import type { OAuthFlow } from '@/lib/oauth/flow'
import { challengeOf, randomToken } from '@/lib/oauth/pkce'
import { oauthSettings, type OAuthSettings } from '@/lib/oauth/settings'
import { filledSettings } from '@/lib/oauth/variables'
import { beginAuthorization, createFlow, readFlow, type FlowOwner } from './flows'

const part = '[a-z0-9_-]+'

/** The two callback paths of ours: the short one, and that of Dify (oauth.md section 4). */
export const callbackPath = new RegExp(
  `^/oauth/callback$|^/console/api/oauth/plugin/${part}/${part}/${part}/(?:tool|datasource|trigger)/callback$`,
)

export const startInput = z.object({
  settings: oauthSettings,
  /** Absent: that of the flow `secretOf`, which the page cannot read. */
  clientSecret: z.string().max(10_000).optional(),
  secretOf: z.string().max(100).optional(),
  callbackPath: z.string().regex(callbackPath, 'Name one of the two callback paths of Plugwright.'),
})

export type StartInput = z.infer<typeof startInput>

export type Started =
  { ok: true; id: string; flow: OAuthFlow; cookie?: { state: string; value: string } } | { ok: false; reason: string }

/**
 * Begins a flow: fills in the addresses, makes state, verifier and nonce, and the authorization URL. A flow of client credentials has
 * none of these. `origin` is that of the page, and of the redirect URI.
 */
export async function startFlow(owner: FlowOwner, origin: string, input: StartInput): Promise<Started> {
  const filled = filledSettings(input.settings)
  if (!filled.ok) return filled
  const { settings } = filled
  const clientSecret = input.clientSecret ?? (await secretOf(owner.userId, input.secretOf, settings))
  const flow: OAuthFlow = { settings, clientSecret, redirectUri: origin + input.callbackPath, exchanges: [] }
  if (settings.grant === 'client_credentials') return { ok: true, id: await createFlow(owner, flow), flow }

  if (settings.clientId === '') return { ok: false, reason: 'Fill in the client ID.' }
  const state = randomToken()
  const verifier = settings.pkce === 'off' ? undefined : randomToken()
  const challenge = verifier && settings.pkce !== 'off' ? await challengeOf(verifier, settings.pkce) : undefined
  const nonce = settings.scopes.includes('openid') ? randomToken() : undefined
  const request = authorizationRequest(settings, { redirectUri: flow.redirectUri, state, challenge, nonce })
  if (!request)
    return { ok: false, reason: 'Give the authorization URL as a whole, like https://example.com/authorize.' }
  const begun = { ...flow, authorization: { url: request.url, state, verifier, nonce, at: Date.now() } }
  const id = await createFlow(owner, begun)
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
