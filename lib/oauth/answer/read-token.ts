import type { HttpAnswer } from '../http'
import { isNumber, isRecord, valueAtPath } from '../json'
import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'
import { ofToken, outcomeOf } from './http-refusal'
import { readLifetime } from './read-lifetime'
import type { Refusal } from './refusal'

/** A token as a lenient client reads it. */
export interface Token {
  accessToken: string
  /** As it was sent; `Bearer` where it was not. */
  tokenType: string
  /** Seconds; undefined where the answer tells none that can be used. */
  expiresIn?: number
  refreshToken?: string
  scope?: string
  idToken?: string
  /** Everything that came, those beside the token over those around it. */
  values: Readonly<Record<string, unknown>>
}

export interface TokenReading {
  token?: Token
  refusal?: Refusal
  remarks: readonly Remark[]
}

const standard = 'RFC 6749 §5.1'

/** Reads the answer of a token endpoint as leniently as can be, and says all that was bent. `now` in unix seconds. */
export function readToken(settings: OAuthSettings, answer: HttpAnswer, now: number): TokenReading {
  const outcome = outcomeOf(answer, now, ofToken)
  if (!outcome.ok) return { refusal: outcome.refusal, remarks: outcome.remarks }
  const path = settings.tokenPath || 'access_token'
  const parent = path.includes('.') ? valueAtPath(outcome.value, path.slice(0, path.lastIndexOf('.'))) : {}
  const values = { ...outcome.value, ...(isRecord(parent) ? parent : {}) }
  const remarks = [...outcome.remarks]
  const accessToken = readText(valueAtPath(outcome.value, path), path, remarks)
  if (accessToken === undefined) return { remarks: [...remarks, missingToken(outcome.value, path)] }
  if (path !== 'access_token') remarks.push(nestedToken(path))
  if (!/^[\x20-\x7e]+$/.test(accessToken) || accessToken !== accessToken.trim()) remarks.push(oddToken)
  const lifetime = readLifetime(values.expires_in)
  remarks.push(...lifetime.remarks)
  const tokenType = readType(values.token_type, remarks)
  const refreshToken = readText(values.refresh_token, 'refresh_token', remarks)
  const scope = readScope(values.scope, remarks)
  const idToken = readText(values.id_token, 'id_token', remarks)
  const token: Token = {
    accessToken,
    tokenType,
    ...(lifetime.seconds === undefined ? {} : { expiresIn: lifetime.seconds }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(scope === undefined ? {} : { scope }),
    ...(idToken === undefined ? {} : { idToken }),
    values,
  }
  return { token, remarks }
}

/** The secrets of a token, for masking them wherever they stand. */
export function secretsOfToken({ accessToken, refreshToken, idToken }: Token): string[] {
  return [accessToken, refreshToken, idToken].filter((each) => each !== undefined)
}

function readText(value: unknown, name: string, remarks: Remark[]): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string' && value !== '') return value
  if (isNumber(value)) {
    remarks.push({
      verdict: 'bent',
      text: `${name} is a number; the standard wants a text.`,
      standard,
      remedy: `Python must convert it: str(token["${name}"]).`,
    })
    return String(value)
  }
  remarks.push({
    verdict: 'bent',
    text: `${name} is ${value === null ? 'null' : value === '' ? 'empty' : 'no text'} and counts as missing.`,
    standard,
  })
  return undefined
}

function readType(value: unknown, remarks: Remark[]): string {
  if (typeof value !== 'string' || value === '') {
    remarks.push({
      verdict: 'bent',
      text: 'token_type is missing; the standard requires it. "Bearer" is assumed.',
      standard,
      remedy: 'Nothing to change, as long as Python does not read token["token_type"].',
    })
    return 'Bearer'
  }
  if (value.toLowerCase() === 'dpop')
    remarks.push({
      verdict: 'fail',
      text: 'The token is bound to a key (DPoP). A plugin cannot use it.',
      standard: 'RFC 9449 §5',
      remedy: 'Register a client at the service for which DPoP is not required.',
    })
  else if (value.toLowerCase() !== 'bearer')
    remarks.push({
      verdict: 'bent',
      text: `token_type is "${value.slice(0, 40)}", not Bearer.`,
      standard: 'RFC 6749 §7.1',
      remedy: 'Look up which header the service reads. Most that say otherwise still want "Authorization: Bearer".',
    })
  return value
}

function readScope(value: unknown, remarks: Remark[]): string | undefined {
  if (!Array.isArray(value)) return readText(value, 'scope', remarks)
  remarks.push({ verdict: 'bent', text: 'scope is a list; the standard wants one text.', standard: 'RFC 6749 §3.3' })
  return value.filter((each) => typeof each === 'string').join(' ')
}

function missingToken(value: Readonly<Record<string, unknown>>, path: string): Remark {
  const elsewhere = pathOfToken(value)
  return {
    verdict: 'fail',
    text: `There is no token at ${path}.`,
    standard,
    remedy:
      elsewhere === undefined
        ? 'Compare the answer with the documentation and enter where the token stands ("Place of the token").'
        : `There is one at ${elsewhere}: enter that as "Place of the token".`,
  }
}

/** Where something that is called like an access token stands, up to three levels deep. */
function pathOfToken(value: unknown, before = '', depth = 0): string | undefined {
  if (!isRecord(value) || depth > 3) return undefined
  const own = ['access_token', 'accessToken'].find((name) => typeof value[name] === 'string' && value[name] !== '')
  if (own !== undefined) return before + own
  for (const [name, each] of Object.entries(value)) {
    const found = pathOfToken(each, `${before}${name}.`, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function nestedToken(path: string): Remark {
  return {
    verdict: 'bent',
    text: `The token stands at ${path}; the standard has it at access_token.`,
    standard,
    remedy: 'Python must read it there.',
  }
}

const oddToken: Remark = {
  verdict: 'bent',
  text: 'The token has characters that cannot stand in a header.',
  standard: 'RFC 6749 §A.12',
  remedy: 'Look up how the service wants it sent.',
}
