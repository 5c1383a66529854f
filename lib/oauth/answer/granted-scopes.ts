import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'
import type { Token } from './read-token'

export interface GrantedScopes {
  granted: readonly string[]
  missing: readonly string[]
  /** Granted without being asked for. */
  added: readonly string[]
  remark: Remark
}

const standard = 'RFC 6749 §3.3'

/** What of the scopes was granted: all of them where the answer names none (RFC 6749 §5.1). */
export function grantedScopes({ scopes }: OAuthSettings, token: Token): GrantedScopes {
  if (token.scope === undefined)
    return {
      granted: scopes,
      missing: [],
      added: [],
      remark: {
        verdict: 'note',
        text: 'The answer names no scopes, which means: those that were asked for.',
        standard: 'RFC 6749 §5.1',
      },
    }
  const granted = [...new Set(token.scope.split(/[\s,]+/).filter((each) => each !== ''))]
  const has = (list: readonly string[], scope: string) => list.some((each) => sameScope(each, scope))
  const missing = scopes.filter((scope) => !has(granted, scope) && !shownByToken(scope, token))
  const added = granted.filter((scope) => !has(scopes, scope))
  return { granted, missing, added, remark: remarkOn(missing, added) }
}

function remarkOn(missing: readonly string[], added: readonly string[]): Remark {
  if (missing.length > 0)
    return {
      verdict: 'fail',
      text: `Asked for, but not granted: ${missing.join(', ')}.`,
      standard,
      remedy:
        'Calls that need them will be refused. Grant them to the client at the service, and look whether the person could untick them.',
    }
  if (added.length > 0)
    return { verdict: 'note', text: `Granted without being asked for: ${added.join(', ')}.`, standard }
  return { verdict: 'pass', text: 'All scopes were granted.', standard }
}

/** Google answers with the long names of `email` and `profile`, Microsoft with or without the address of the API. */
function sameScope(one: string, other: string): boolean {
  const plain = (scope: string) =>
    scope
      .replace(/^https:\/\/www\.googleapis\.com\/auth\/userinfo\.(email|profile)$/, '$1')
      .replace(/^https:\/\/graph\.microsoft\.com\//i, '')
      .toLowerCase()
  return one === other || plain(one) === plain(other)
}

/** Scopes that many servers leave out of the list, though what they ask for came. */
function shownByToken(scope: string, token: Token): boolean {
  if (/^offline[._]?(?:access)?$/.test(scope)) return token.refreshToken !== undefined
  return scope === 'openid' && token.idToken !== undefined
}
