import { addressProblem } from '@/lib/oauth/address'
import { authorizationRequest, type AuthorizationRequest } from '@/lib/oauth/authorization-request'
import { maskedSettings } from '@/lib/oauth/redact/mask-settings'
import { settingsOf, type OAuthSettings } from '@/lib/oauth/settings'
import type { ShownFlow } from '@/lib/oauth/shown-flow'
import { filledSettings } from '@/lib/oauth/variables'

export type LiveRequest =
  | { ok: true; request: AuthorizationRequest; /** As it was opened, and not as it would be. */ opened: boolean }
  | { ok: false; reason: string }

/** Stands for what is made anew for each sign-in. */
export const madeAnew = 'made-anew'

/**
 * The authorization request as the settings stand now. That of the flow itself, with its state and challenge, while the settings are
 * still those with which it began.
 */
export function liveRequest(settings: OAuthSettings, redirectUri: string, flow?: ShownFlow): LiveRequest {
  if (settings.authorizationUrl === '')
    return { ok: false, reason: 'Take a preset or give an authorization URL: the request is built here as you type.' }
  const filled = filledSettings(settings)
  if (!filled.ok) return { ok: false, reason: filled.reason }
  const problem = addressProblem('authorization URL', filled.settings.authorizationUrl)
  if (problem !== undefined) return { ok: false, reason: problem }
  if (flow?.authorization && isSameFlow(settings, redirectUri, flow))
    return { ok: true, request: flow.authorization, opened: true }
  const request = authorizationRequest(filled.settings, {
    redirectUri,
    state: madeAnew,
    challenge: settings.pkce === 'off' ? undefined : madeAnew,
    nonce: settings.scopes.includes('openid') ? madeAnew : undefined,
  })
  return request ? { ok: true, request, opened: false } : { ok: false, reason: 'Fill in the authorization URL.' }
}

/** Whether a flow began with these settings; those of a flow are masked, so that two secrets with one mask are not told apart. */
export function isSameFlow(settings: OAuthSettings, redirectUri: string, flow: ShownFlow): boolean {
  const filled = filledSettings(settings)
  const text = (each: OAuthSettings) => JSON.stringify(settingsOf(maskedSettings(each)))
  return filled.ok && redirectUri === flow.redirectUri && text(filled.settings) === text(flow.settings)
}

/** Whether the server still holds the secret for these settings: it is lent to the same client of the same server only. */
export function lendsSecret(settings: OAuthSettings, flow: ShownFlow | undefined): boolean {
  const filled = filledSettings(settings)
  if (!flow || flow.clientSecret === '' || !filled.ok) return false
  const where = ({ clientId, tokenUrl, revocationUrl, introspectionUrl }: OAuthSettings) =>
    JSON.stringify([clientId, tokenUrl, revocationUrl, introspectionUrl])
  return where(maskedSettings(filled.settings)) === where(flow.settings)
}
