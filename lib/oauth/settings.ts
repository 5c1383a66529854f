import { array, boolean, enum as oneOf, number, object, record, string, type z } from 'zod'

/** How the client says who it is (oauth.md section 7.3). `basic-raw` is `basic` for servers that do not decode it. */
export const clientAuthentications = ['basic', 'basic-raw', 'post', 'none'] as const

/** Longer than anything real, short enough to be kept. */
const text = string().max(4000)
const parameter = object({ name: text, value: text })
const parameters = array(parameter).max(50)

/**
 * A client and its server, without the secret: what a flow is made of. Plain data, so that a form edits it, a preset gives it and
 * the constants of a plugin's Python hold it.
 */
export const oauthSettings = object({
  /** Empty where the server is described by its endpoints alone. */
  issuer: text.default(''),
  /** May contain `{tenant}` and the like, which `variables` fill in. */
  authorizationUrl: text.default(''),
  tokenUrl: text.default(''),
  revocationUrl: text.default(''),
  introspectionUrl: text.default(''),
  userinfoUrl: text.default(''),
  variables: record(text, text).default({}),
  grant: oneOf(['authorization_code', 'client_credentials']).default('authorization_code'),
  clientId: text.default(''),
  clientAuthentication: oneOf(clientAuthentications).default('post'),
  /** How the body of token requests is written; apart from how the client authenticates. */
  tokenBody: oneOf(['form', 'json']).default('form'),
  scopes: array(text).max(200).default([]),
  scopeDelimiter: oneOf([' ', ',']).default(' '),
  pkce: oneOf(['S256', 'plain', 'off']).default('S256'),
  prompt: text.default(''),
  audience: text.default(''),
  /** Sent besides in the authorization URL, in token requests, in refresh requests, and as headers of both requests. */
  authorizationParameters: parameters.default([]),
  tokenParameters: parameters.default([]),
  refreshParameters: parameters.default([]),
  tokenHeaders: parameters.default([]),
  /** Whether a refresh names the scopes again. */
  refreshSendsScope: boolean().default(false),
  /** Where the token stands in the answer, dotted: `authed_user.access_token`. Empty: `access_token`. */
  tokenPath: text.default(''),
  /** Seconds that a token lives where the answer does not say; -1 for ever. */
  defaultExpiresIn: number().int().default(-1),
  /** A GET that says whose token it is, and the word before the token in its header. */
  whoAmIUrl: text.default(''),
  whoAmIScheme: oneOf(['Bearer', 'token']).default('Bearer'),
  /** What the server's metadata says (RFC 8414, RFC 9207). */
  sendsIssuer: boolean().default(false),
})

export type OAuthSettings = z.infer<typeof oauthSettings>
export type Parameter = z.infer<typeof parameter>

/** The settings that are addresses. */
export const addressKeys = [
  'issuer',
  'authorizationUrl',
  'tokenUrl',
  'revocationUrl',
  'introspectionUrl',
  'userinfoUrl',
  'whoAmIUrl',
] as const

/** What sentences call them. */
export const addressNames: Readonly<Record<(typeof addressKeys)[number], string>> = {
  issuer: 'issuer',
  authorizationUrl: 'authorization URL',
  tokenUrl: 'token URL',
  revocationUrl: 'revocation URL',
  introspectionUrl: 'introspection URL',
  userinfoUrl: 'userinfo URL',
  whoAmIUrl: 'who-am-I URL',
}

/** Settings with every field: what is not given has its default. */
export function settingsOf(part: z.input<typeof oauthSettings>): OAuthSettings {
  return oauthSettings.parse(part)
}
