import type { OAuthSettings } from '../settings'
import { endpointRequest, type Built } from './endpoint-request'

interface CodeExchange {
  clientSecret: string
  code: string
  /** The very redirect URI of the authorization URL. */
  redirectUri: string
  codeVerifier?: string
}

/** Exchanges a code for a token (RFC 6749 §4.1.3, RFC 7636 §4.5). */
export function codeRequest(settings: OAuthSettings, exchange: CodeExchange): Built {
  const { clientSecret, code, redirectUri, codeVerifier } = exchange
  return tokenRequest(settings, clientSecret, [
    ['grant_type', 'authorization_code'],
    ['code', code],
    ['redirect_uri', redirectUri],
    ...(codeVerifier === undefined ? [] : [pair('code_verifier', codeVerifier)]),
  ])
}

/** Asks for a new token by the refresh token (RFC 6749 §6). */
export function refreshRequest(
  settings: OAuthSettings,
  { clientSecret, refreshToken }: { clientSecret: string; refreshToken: string },
): Built {
  const body = [
    pair('grant_type', 'refresh_token'),
    pair('refresh_token', refreshToken),
    ...(settings.refreshSendsScope ? scope(settings) : []),
  ]
  return endpointRequest(settings, {
    called: 'token URL',
    url: settings.tokenUrl,
    clientSecret,
    body,
    json: true,
    extra: settings.refreshParameters,
  })
}

/** A token for the client itself, nobody signs in (RFC 6749 §4.4.2). */
export function clientCredentialsRequest(settings: OAuthSettings, { clientSecret }: { clientSecret: string }): Built {
  return tokenRequest(settings, clientSecret, [
    pair('grant_type', 'client_credentials'),
    ...scope(settings),
    ...(settings.audience === '' ? [] : [pair('audience', settings.audience)]),
  ])
}

function tokenRequest(
  settings: OAuthSettings,
  clientSecret: string,
  body: readonly (readonly [string, string])[],
): Built {
  return endpointRequest(settings, {
    called: 'token URL',
    url: settings.tokenUrl,
    clientSecret,
    body,
    json: true,
    extra: settings.tokenParameters,
  })
}

function scope({ scopes, scopeDelimiter }: OAuthSettings): (readonly [string, string])[] {
  return scopes.length === 0 ? [] : [pair('scope', scopes.join(scopeDelimiter))]
}

function pair(name: string, value: string): readonly [string, string] {
  return [name, value]
}
