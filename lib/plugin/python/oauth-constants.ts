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
  /** The word before the token in its header. */
  whoAmIScheme?: 'Bearer' | 'token'
  scopes?: string[]
  scopeDelimiter?: ' ' | ','
  prompt?: string
  audience?: string
  authorizationParameters?: Parameter[]
  tokenParameters?: Parameter[]
  refreshParameters?: Parameter[]
  tokenHeaders?: Parameter[]
  refreshSendsScope?: boolean
  tokenPath?: string
  /** What stands for `{tenant}` and the like in the addresses where the client's form says nothing. */
  variables?: Record<string, string>
  clientAuthentication?: 'post' | 'basic' | 'basic-raw'
  tokenBody?: 'form' | 'json'
  pkce?: 'S256' | 'plain' | 'off'
  defaultExpiresIn?: number
}

export type OAuthConstantKey = keyof OAuthConstants

/** How one constant is called, read and written. */
export interface OAuthConstant {
  key: OAuthConstantKey
  /** What else it holds. */
  also?: readonly OAuthConstantKey[]
  name: RegExp
  /** `pairs`: those of a dictionary, in its order. */
  read: (value: unknown, pairs?: Pairs) => OAuthConstants | undefined
  /** The new expression, in the shape of the old one; undefined where Python cannot say it. */
  write: (values: OAuthConstants, old: unknown) => Code | undefined
}

type Pairs = readonly (readonly [name: string, value: unknown])[]

const text = (value: string | undefined) => (value === undefined ? undefined : pythonString(value))

function url(
  key: 'authorizationUrl' | 'tokenUrl' | 'revocationUrl' | 'userinfoUrl' | 'whoAmIUrl',
  name: RegExp,
): OAuthConstant {
  return {
    key,
    name,
    read: (value) =>
      typeof value === 'string' && /^(?:https?:\/\/|\{\w+_url\})\S+$/.test(value) ? { [key]: value } : undefined,
    write: (values) => text(values[key]),
  }
}

type ParametersKey = 'authorizationParameters' | 'tokenParameters' | 'refreshParameters' | 'tokenHeaders'

function parameters(key: ParametersKey, name: RegExp): OAuthConstant {
  return {
    key,
    name,
    read: (_, pairs) => {
      const found = textPairs(pairs)
      return found && { [key]: found }
    },
    write: (values) => values[key] && pairsCode(values[key]),
  }
}

/** Of the address: `prompt` and `audience`, which have settings of their own, stand among the others. */
const authorizationParameters: OAuthConstant = {
  key: 'authorizationParameters',
  also: ['prompt', 'audience'],
  name: /^_EXTRA_AUTH_PARAMS$/,
  read: (_, pairs) => {
    const found = textPairs(pairs)
    const valueOf = (name: string) => found?.find((each) => each.name === name)?.value
    const [prompt, audience] = [valueOf('prompt'), valueOf('audience')]
    return (
      found && {
        ...(prompt === undefined ? {} : { prompt }),
        ...(audience === undefined ? {} : { audience }),
        authorizationParameters: found.filter(({ name }) => name !== 'prompt' && name !== 'audience'),
      }
    )
  },
  write: ({ prompt, audience, authorizationParameters: others }) =>
    others && pairsCode([...named('prompt', prompt), ...named('audience', audience), ...others]),
}

function named(name: string, value: string | undefined): Parameter[] {
  return value === undefined || value === '' ? [] : [{ name, value }]
}

function pairsCode(pairs: readonly Parameter[]): Code {
  return dictionary(
    '',
    pairs.map(({ name, value }) => [name, pythonString(value)]),
  )
}

function textPairs(pairs: Pairs | undefined): Parameter[] | undefined {
  return pairs?.every((pair): pair is readonly [string, string] => typeof pair[1] === 'string')
    ? pairs.map(([name, value]) => ({ name, value }))
    : undefined
}

/** The names of `oauth-flow.ts`, and for addresses and scopes those that plugins commonly use. */
export const oauthConstants: readonly OAuthConstant[] = [
  url('authorizationUrl', /^_?(?:[a-z0-9]+_)?auth(?:orization|orize)?_(?:url|uri|endpoint)$/i),
  url('tokenUrl', /^_?(?!refresh)(?:[a-z0-9]+_)?(?:access_)?token_(?:url|uri|endpoint)$/i),
  url('revocationUrl', /^_?revo(?:ke|cation)_(?:url|uri|endpoint)$/i),
  url('userinfoUrl', /^_?user_?info_(?:url|uri|endpoint)$/i),
  url('whoAmIUrl', /^_?(?:api_user|current_user|me|who_?am_?i)_(?:url|uri|endpoint)$/i),
  {
    key: 'whoAmIScheme',
    name: /^_WHO_AM_I_SCHEME$/,
    read: (value) => (value === 'Bearer' || value === 'token' ? { whoAmIScheme: value } : undefined),
    write: ({ whoAmIScheme }) => text(whoAmIScheme),
  },
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
  authorizationParameters,
  parameters('tokenParameters', /^_EXTRA_TOKEN_PARAMS$/),
  parameters('refreshParameters', /^_EXTRA_REFRESH_PARAMS$/),
  parameters('tokenHeaders', /^_TOKEN_HEADERS$/),
  {
    key: 'variables',
    name: /^_VARIABLES$/,
    read: (_, pairs) => {
      const found = textPairs(pairs)
      return found && { variables: Object.fromEntries(found.map(({ name, value }) => [name, value])) }
    },
    write: ({ variables }) =>
      variables && pairsCode(Object.entries(variables).map(([name, value]) => ({ name, value }))),
  },
  {
    key: 'refreshSendsScope',
    name: /^_REFRESH_SENDS_SCOPE$/,
    read: (value) => (typeof value === 'boolean' ? { refreshSendsScope: value } : undefined),
    write: ({ refreshSendsScope }) => (refreshSendsScope ? 'True' : 'False'),
  },
  {
    key: 'tokenPath',
    name: /^_TOKEN_PATH$/,
    read: (value) => (typeof value === 'string' ? { tokenPath: value } : undefined),
    write: ({ tokenPath }) => text(tokenPath),
  },
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
    read: (value) =>
      typeof value === 'boolean' ? { pkce: value ? 'S256' : 'off' } : value === 'plain' ? { pkce: value } : undefined,
    // "plain" is a branch of the code beside.
    write: ({ pkce }, old) => (pkce === undefined || (pkce === 'plain' && old !== pkce) ? undefined : pkceCode[pkce]),
  },
  {
    key: 'defaultExpiresIn',
    name: /^_DEFAULT_EXPIRES_IN$/,
    read: (value) => (Number.isSafeInteger(value) ? { defaultExpiresIn: Number(value) } : undefined),
    write: ({ defaultExpiresIn }) => (Number.isSafeInteger(defaultExpiresIn) ? String(defaultExpiresIn) : undefined),
  },
]

const pkceCode = { S256: 'True', plain: '"plain"', off: 'False' } as const

/** The code of one constant for these values, when it is written for the first time. */
export function constantCode(key: OAuthConstantKey, values: OAuthConstants): Code {
  const old = key === 'pkce' ? values.pkce : undefined
  return oauthConstants.find((each) => each.key === key)?.write(values, old) ?? 'None'
}

/** Scopes of one text, and what parts them. */
export function scopesOfText(value: string): OAuthConstants {
  const scopeDelimiter = value.includes(',') && !/\s/.test(value.trim()) ? ',' : ' '
  const scopes = value.split(scopeDelimiter === ',' ? ',' : /\s+/).filter((each) => each !== '')
  return { scopes, scopeDelimiter }
}
