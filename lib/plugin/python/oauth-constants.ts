import { dictionary, list, type Code } from './layout'
import { pythonString } from './literals'

export interface Parameter {
  name: string
  value: string
}

/** The OAuth settings that stand in Python alone; what was not found for certain is left out. */
export interface OAuthConstants {
  authorizationUrl?: string
  tokenUrl?: string
  revocationUrl?: string
  userinfoUrl?: string
  whoAmIUrl?: string
  scopes?: string[]
  scopeDelimiter?: ' ' | ','
  prompt?: string
  audience?: string
  authorizationParameters?: Parameter[]
  tokenParameters?: Parameter[]
  clientAuthentication?: 'post' | 'basic' | 'basic-raw'
  tokenBody?: 'form' | 'json'
  pkce?: 'S256' | 'off'
  defaultExpiresIn?: number
}

export type OAuthConstantKey = keyof OAuthConstants

/** How one constant is called, read and written. */
export interface OAuthConstant {
  key: OAuthConstantKey
  name: RegExp
  read: (value: unknown) => OAuthConstants | undefined
  /** The new expression, in the shape of the old one; undefined where Python cannot say it. */
  write: (values: OAuthConstants, old: unknown) => Code | undefined
}

const text = (value: string | undefined) => (value === undefined ? undefined : pythonString(value))

function url(
  key: 'authorizationUrl' | 'tokenUrl' | 'revocationUrl' | 'userinfoUrl' | 'whoAmIUrl',
  name: RegExp,
): OAuthConstant {
  return {
    key,
    name,
    read: (value) => (typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? { [key]: value } : undefined),
    write: (values) => text(values[key]),
  }
}

function parameters(key: 'authorizationParameters' | 'tokenParameters', name: RegExp): OAuthConstant {
  return {
    key,
    name,
    read: (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
      const entries = Object.entries(value)
      return entries.every(([, each]) => typeof each === 'string')
        ? { [key]: entries.map(([each, own]) => ({ name: each, value: String(own) })) }
        : undefined
    },
    write: (values) => {
      const pairs = values[key]
      return (
        pairs &&
        dictionary(
          '',
          pairs.map(({ name: each, value }) => [each, pythonString(value)]),
        )
      )
    },
  }
}

/** The names of `oauth-flow.ts`, and for addresses and scopes those that plugins commonly use. */
export const oauthConstants: readonly OAuthConstant[] = [
  url('authorizationUrl', /^_?(?:[a-z0-9]+_)?auth(?:orization|orize)?_(?:url|uri|endpoint)$/i),
  url('tokenUrl', /^_?(?!refresh)(?:[a-z0-9]+_)?(?:access_)?token_(?:url|uri|endpoint)$/i),
  url('revocationUrl', /^_?revo(?:ke|cation)_(?:url|uri|endpoint)$/i),
  url('userinfoUrl', /^_?user_?info_(?:url|uri|endpoint)$/i),
  url('whoAmIUrl', /^_?(?:api_user|current_user|me|who_?am_?i)_(?:url|uri|endpoint)$/i),
  {
    key: 'scopes',
    name: /^_?(?:default_|oauth_)?scopes?$/i,
    read: (value) => {
      if (typeof value === 'string') return scopesOfText(value)
      return Array.isArray(value) && value.every((each) => typeof each === 'string')
        ? { scopes: value.map(String) }
        : undefined
    },
    write: ({ scopes, scopeDelimiter = ' ' }, old) =>
      scopes && (typeof old === 'string' ? text(scopes.join(scopeDelimiter)) : list('', scopes.map(pythonString))),
  },
  {
    key: 'scopeDelimiter',
    name: /^_SCOPE_DELIMITER$/,
    read: (value) => (value === ' ' || value === ',' ? { scopeDelimiter: value } : undefined),
    write: ({ scopeDelimiter }) => text(scopeDelimiter),
  },
  parameters('authorizationParameters', /^_EXTRA_AUTH_PARAMS$/),
  parameters('tokenParameters', /^_EXTRA_TOKEN_PARAMS$/),
  {
    key: 'clientAuthentication',
    name: /^_CLIENT_AUTH$/,
    read: (value) =>
      value === 'post' || value === 'basic' || value === 'basic-raw' ? { clientAuthentication: value } : undefined,
    write: ({ clientAuthentication }) => text(clientAuthentication),
  },
  {
    key: 'tokenBody',
    name: /^_TOKEN_BODY$/,
    read: (value) => (value === 'form' || value === 'json' ? { tokenBody: value } : undefined),
    write: ({ tokenBody }) => text(tokenBody),
  },
  {
    key: 'pkce',
    name: /^_PKCE$/,
    read: (value) => (typeof value === 'boolean' ? { pkce: value ? 'S256' : 'off' } : undefined),
    write: ({ pkce }) => (pkce === undefined ? undefined : pkce === 'S256' ? 'True' : 'False'),
  },
  {
    key: 'defaultExpiresIn',
    name: /^_DEFAULT_EXPIRES_IN$/,
    read: (value) => (Number.isSafeInteger(value) ? { defaultExpiresIn: Number(value) } : undefined),
    write: ({ defaultExpiresIn }) => (Number.isSafeInteger(defaultExpiresIn) ? String(defaultExpiresIn) : undefined),
  },
]

/** Scopes of one text, and what parts them. */
export function scopesOfText(value: string): OAuthConstants {
  const scopeDelimiter = value.includes(',') && !/\s/.test(value.trim()) ? ',' : ' '
  const scopes = value.split(scopeDelimiter === ',' ? ',' : /\s+/).filter((each) => each !== '')
  return { scopes, scopeDelimiter }
}
