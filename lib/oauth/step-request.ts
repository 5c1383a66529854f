import type { OAuthFlow, Step } from './flow'
import { tokenOf } from './flow-tokens'
import type { Built } from './request/endpoint-request'
import { clientCredentialsRequest, codeRequest, refreshRequest } from './request/token-requests'
import {
  introspectionRequest,
  revocationRequest,
  tryRequest,
  userinfoRequest,
  whoAmIRequest,
} from './request/token-use-requests'

/** The request of a step as the flow stands, or what it lacks for it. `url` is that of `try`. */
export function stepRequest(flow: OAuthFlow, step: Step, url = ''): Built {
  const { settings, clientSecret, redirectUri, callback, authorization } = flow
  if (step === 'client-credentials') return clientCredentialsRequest(settings, { clientSecret })
  if (step === 'exchange') {
    const code = callback?.code
    if (code === undefined)
      return {
        ok: false,
        reason: callback
          ? 'There is no code to exchange, or it was exchanged: start again.'
          : 'Sign in first: no code has come back yet.',
      }
    return codeRequest(settings, { clientSecret, code, redirectUri, codeVerifier: authorization?.verifier })
  }
  const current = tokenOf(flow)
  if (!current) return { ok: false, reason: 'There is no token yet: exchange the code first.' }
  const { accessToken } = current.token
  switch (step) {
    case 'refresh':
      return current.refreshToken === undefined
        ? { ok: false, reason: 'No refresh token came, so nothing can be refreshed.' }
        : refreshRequest(settings, { clientSecret, refreshToken: current.refreshToken })
    case 'introspect':
      return introspectionRequest(settings, { clientSecret, token: accessToken, kind: 'access_token' })
    case 'revoke':
      return current.refreshToken === undefined
        ? { ok: false, reason: 'No refresh token came: take the access token back.' }
        : revocationRequest(settings, { clientSecret, token: current.refreshToken, kind: 'refresh_token' })
    case 'revoke-access':
      return revocationRequest(settings, { clientSecret, token: accessToken, kind: 'access_token' })
    case 'userinfo':
      return userinfoRequest(settings, accessToken)
    case 'who-am-i':
      return whoAmIRequest(settings, accessToken)
    case 'try':
      return tryRequest(settings, accessToken, url)
  }
}
