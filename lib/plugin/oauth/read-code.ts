import { textOf, type Files } from '../files'
import type { OAuthConstantKey, OAuthConstants } from '../python/oauth-constants'
import { fieldsIn } from '../python/fields'
import { unset } from '../python/oauth-setting-lines'
import { readOAuthConstants } from '../python/oauth-settings'
import { valueAt } from '../schema/file-reference'
import { variablesOf } from './code-settings'
import { oauthProviderAt } from './providers'

export interface ReadCode {
  /** What was found for certain. */
  settings: OAuthConstants
  /** What code has that could not be read, in sentences. */
  unread: readonly string[]
}

const looked: readonly (readonly [key: OAuthConstantKey, words: string])[] = [
  ['authorizationUrl', 'the authorization URL'],
  ['tokenUrl', 'the token URL'],
  ['scopes', 'the scopes'],
  ['clientAuthentication', 'how the client authenticates'],
  ['tokenBody', 'how the body of token requests is written'],
  ['pkce', 'whether PKCE is used'],
  ['defaultExpiresIn', 'how long a token lives where the service does not say'],
]

/**
 * The settings of a provider's sign-in, from the constants of its Python and the form of its client; nothing is guessed, and what
 * could not be read is named.
 */
export function readOAuthCode(files: Files, path: string): ReadCode {
  const provider = oauthProviderAt(files, path)
  const source = provider?.python === undefined ? undefined : textOf(files, provider.python)
  if (!provider || source === undefined)
    return { settings: {}, unread: [`${path} names no Python file that is there: only that has the settings.`] }
  if (!/oauth_get_authorization_url/.test(source))
    return { settings: {}, unread: [`${provider.python ?? path} signs nobody in yet.`] }
  const constants = withoutExample({ ...withoutConstants(source), ...readOAuthConstants(source) })
  const client = fieldsIn(valueAt(provider.value, [...provider.place.at, 'client_schema']))
  const variables = Object.fromEntries(
    variablesOf(constants.authorizationUrl, constants.tokenUrl).map((name) => {
      const written = client.find((field) => field.name === name)?.default
      return [name, constants.variables?.[name] ?? (typeof written === 'string' ? written : '')]
    }),
  )
  const settings = { ...constants, ...(Object.keys(variables).length > 0 ? { variables } : {}) }
  const missing = looked.filter(([key]) => settings[key] === undefined).map(([, words]) => words)
  return {
    settings,
    unread: missing.map((words) => `No constant of ${provider.python ?? path} says ${words}: fill it in here.`),
  }
}

/** The addresses of an example are none that somebody filled in. */
function withoutExample({ authorizationUrl, tokenUrl, ...others }: OAuthConstants): OAuthConstants {
  return {
    ...(authorizationUrl === undefined || authorizationUrl === unset.authorizationUrl ? {} : { authorizationUrl }),
    ...(tokenUrl === undefined || tokenUrl === unset.tokenUrl ? {} : { tokenUrl }),
    ...others,
  }
}

/** What code without a constant for it is certain to do. */
function withoutConstants(source: string): OAuthConstants {
  const inHeader = /\bBasic\b|BasicAuth|\bauth\s*=/.test(source)
  const inBody = /["']client_secret["']\s*:/.test(source)
  const json = /\bjson\s*=/.test(source)
  return {
    ...(source.includes('code_challenge') ? {} : { pkce: 'off' as const }),
    ...(inBody && !inHeader ? { clientAuthentication: 'post' as const } : {}),
    ...(!json && /\bdata\s*=/.test(source) ? { tokenBody: 'form' as const } : {}),
  }
}
