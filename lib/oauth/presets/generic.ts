import type { OAuthPreset } from './preset'

/** For services that no other preset names. */
export const generic: readonly OAuthPreset[] = [
  {
    id: 'generic-oauth2',
    label: 'Another OAuth 2 service',
    settings: {},
    refresh: 'standard',
    source: 'unverified',
  },
  {
    id: 'generic-oidc',
    label: 'OpenID Connect, from an issuer',
    settings: { scopes: ['openid', 'profile', 'email', 'offline_access'], clientAuthentication: 'basic' },
    quirks: ['Give the issuer: the endpoints come from its metadata.'],
    refresh: 'standard',
    source: 'unverified',
  },
  {
    id: 'client-credentials',
    label: 'Client credentials, no person',
    settings: { grant: 'client_credentials', clientAuthentication: 'basic', pkce: 'off' },
    quirks: [
      "Dify's OAuth is for people: for this grant declare id and secret as credentials and fetch the token in the tool.",
      'There is no refresh token: the client asks again.',
    ],
    refresh: 'none',
    source: 'unverified',
  },
]
