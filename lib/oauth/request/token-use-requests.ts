import type { OAuthSettings } from '../settings'
import { addressRefusal, endpointRequest, type Built } from './endpoint-request'
import { withExtraHeaders } from './extra-headers'

interface TokenOfClient {
  clientSecret: string
  token: string
  kind: 'access_token' | 'refresh_token'
}

/** Takes a token back (RFC 7009 §2.1). */
export function revocationRequest(settings: OAuthSettings, given: TokenOfClient): Built {
  return aboutToken(settings, 'revocation URL', settings.revocationUrl, given)
}

/** Asks what the server knows of a token (RFC 7662 §2.1). */
export function introspectionRequest(settings: OAuthSettings, given: TokenOfClient): Built {
  return aboutToken(settings, 'introspection URL', settings.introspectionUrl, given)
}

/** As a form, whatever token requests are: neither standard has another body. */
function aboutToken(settings: OAuthSettings, called: string, url: string, given: TokenOfClient): Built {
  const { clientSecret, token, kind } = given
  return endpointRequest(settings, {
    called,
    url,
    clientSecret,
    body: [
      ['token', token],
      ['token_type_hint', kind],
    ],
  })
}

/** Asks who signed in (OIDC Core §5.3.1). */
export function userinfoRequest(settings: OAuthSettings, accessToken: string): Built {
  return withToken({ ...settings, whoAmIScheme: 'Bearer' }, 'userinfo URL', settings.userinfoUrl, accessToken)
}

/** Asks the service whose token it is (RFC 6750 §2.1). */
export function whoAmIRequest(settings: OAuthSettings, accessToken: string): Built {
  return withToken(settings, 'who-am-I URL', settings.whoAmIUrl, accessToken)
}

/** A GET with the token that is typed by hand: only on the origin of an address of the settings (oauth.md section 7.10). */
export function tryRequest(settings: OAuthSettings, accessToken: string, url: string): Built {
  const reason = addressRefusal('address', url)
  if (reason !== undefined) return { ok: false, reason }
  const { origin, hash } = new URL(url)
  if (hash !== '') return { ok: false, reason: 'Take what follows "#" out of the address: it is not sent.' }
  const origins = configuredOrigins(settings)
  if (!origins.includes(origin))
    return { ok: false, reason: `The token is sent only to ${origins.join(', ') || 'addresses of the settings'}.` }
  return withToken(settings, 'address', url, accessToken)
}

/** The origins that a token may be sent to, each once. */
export function configuredOrigins(settings: OAuthSettings): string[] {
  const { authorizationUrl, tokenUrl, revocationUrl, introspectionUrl, userinfoUrl, whoAmIUrl } = settings
  const urls = [whoAmIUrl, userinfoUrl, tokenUrl, authorizationUrl, introspectionUrl, revocationUrl]
  const parsed = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin)
  return [...new Set(parsed)].filter((origin) => origin !== 'null')
}

function withToken(settings: OAuthSettings, called: string, url: string, accessToken: string): Built {
  const reason = addressRefusal(called, url)
  if (reason !== undefined) return { ok: false, reason }
  // A line break in it would end the header.
  if (!/^[\x21-\x7e]+$/.test(accessToken))
    return { ok: false, reason: 'This token cannot stand in a header (RFC 6750 §2.1).' }
  const headers: [string, string][] = [
    ['Accept', 'application/json'],
    ['Authorization', `${settings.whoAmIScheme} ${accessToken}`],
  ]
  return { ok: true, request: { method: 'GET', url, headers: withExtraHeaders(headers, settings.tokenHeaders) } }
}
