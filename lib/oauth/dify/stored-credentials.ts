import type { Token } from '../answer/read-token'
import { jsonText } from '../json'
import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'
import { credentialRemarks } from './credential-remarks'
import { difyRules, type OAuthKind } from './dify-rules'

/** A key of `oauth_schema.credentials_schema`, or of `client_schema`. */
export interface DeclaredKey {
  name: string
  type: string
}

export interface StoredKey {
  name: string
  /** What the answer has for it; a secret where `secret` says so. */
  value?: unknown
  /** Its type in the schema. */
  declaredAs?: string
  /** `clear`: in clear text, where the plugin returns it. `fails`: Dify refuses or garbles the value. */
  stored: 'encrypted' | 'clear' | 'fails' | 'missing' | 'not-a-credential'
  secret: boolean
  /** Kept from the credentials before, since the answer has none. */
  kept: boolean
  text: string
}

export interface StoredCredentials {
  keys: readonly StoredKey[]
  /** What the written plugin returns: the declared keys, as text. */
  credentials: Readonly<Record<string, string>>
  /** Unix seconds; -1 for never. */
  expiresAt: number
  remarks: readonly Remark[]
}

export interface Given {
  kind: OAuthKind
  schema: readonly DeclaredKey[]
  settings: OAuthSettings
  token: Token
  clientSecret: string
  /** What Dify has stored before a refresh. */
  before?: Readonly<Record<string, string>>
  /** Where the values are masked: the names of those that came as no text, and of those that are the client secret. */
  notText?: readonly string[]
  clientSecretAt?: readonly string[]
  /** Unix seconds. */
  now: number
}

/** Parts of a token answer that are no credentials: they say how long, what kind and what for. */
const noCredentials =
  /^(?:token_type|expires_in|ext_expires_in|expires_at|scope|issued_at|created_at|ok|refresh_token_expires_in)$/
const secretLooking = /(?:token|secret|password|key)$/i

/** What Dify would store of a token answer, and which of it encrypted (oauth.md sections 2, 5 and 7.11). */
export function storedCredentials(given: Given): StoredCredentials {
  const { schema, settings, token, now } = given
  const answerNames = answerKeys(schema)
  const declared = schema.map((key) => declaredRow(given, key, answerNames.get(key.name) ?? key.name))
  const used = new Set(answerNames.values())
  const came = Object.fromEntries(Object.entries(token.values).filter(([, value]) => !isNothing(value)))
  const undeclared = Object.entries({ ...undeclaredRefreshToken(given), ...came })
    .filter(([name]) => !used.has(name) && name !== topOf(settings.tokenPath))
    .map(([name, value]) => undeclaredRow(given, name, value))
  const keys = [...declared, ...undeclared]
  const seconds = token.expiresIn ?? settings.defaultExpiresIn
  const returned = [
    ...declared.filter(({ value }) => !isNothing(value)),
    ...undeclared.filter(({ name }) => name === 'refresh_token' && difyRules[given.kind].corruptsDeclaredSecrets),
  ]
  return {
    keys,
    credentials: Object.fromEntries(returned.map(({ name, value }) => [name, asText(value)])),
    expiresAt: seconds > 0 ? now + seconds : -1,
    remarks: credentialRemarks(given, keys, seconds),
  }
}

/** The one that a trigger kept from before: it is returned again although nothing declares it. */
function undeclaredRefreshToken({ kind, before }: Given): Readonly<Record<string, string>> {
  const kept = before?.refresh_token
  return kept !== undefined && difyRules[kind].corruptsDeclaredSecrets ? { refresh_token: kept } : {}
}

/** The key of the answer for each declared name, as the written plugin maps them: another name for the token is allowed. */
function answerKeys(schema: readonly DeclaredKey[]): Map<string, string> {
  const names = schema.map(({ name }) => name)
  const token = names.includes('access_token')
    ? 'access_token'
    : (schema.find(({ type }) => type === 'secret-input')?.name ?? names[0])
  return new Map(names.map((name) => [name, name === token ? 'access_token' : name]))
}

function declaredRow(given: Given, { name, type }: DeclaredKey, answerName: string): StoredKey {
  const { token, before } = given
  const sent = answerName === 'access_token' ? token.accessToken : token.values[answerName]
  const kept = isNothing(sent) && before?.[name] !== undefined
  const value = kept ? before[name] : sent
  const secret = type === 'secret-input'
  const row = { name, value, declaredAs: type, secret: secret || secretLooking.test(name), kept }
  if (isNothing(value)) return { ...row, stored: 'missing', text: 'The answer has no such value.' }
  const isText =
    typeof value === 'string' && (kept || answerName === 'access_token' || !cameAsNoText(given, answerName))
  const converted = isText ? '' : ' No text: Python must return str(…) of it.'
  if (converted !== '' && (secret || difyRules[given.kind].allText))
    return { ...row, stored: 'fails', text: `Dify stores text only here.${converted}` }
  if (secret) return { ...row, stored: 'encrypted', text: kept ? 'Encrypted, kept from before' : 'Encrypted' }
  return {
    ...row,
    stored: 'clear',
    text: row.secret ? `In clear text: it is declared as ${type}, not secret-input.` : 'In clear text, as declared',
  }
}

/** What the written plugin passes over, an empty text too: some servers send one for the refresh token that stays good. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function cameAsNoText({ notText = [] }: Given, name: string): boolean {
  return notText.includes(name)
}

function undeclaredRow(given: Given, name: string, value: unknown): StoredKey {
  const row = { name, value, secret: secretLooking.test(name), kept: false }
  if (noCredentials.test(name))
    return {
      ...row,
      secret: false,
      stored: 'not-a-credential',
      text: name === 'expires_in' ? 'Becomes expires_at, beside the credentials' : 'Not a credential: leave it out',
    }
  const fails = difyRules[given.kind].allText && (typeof value !== 'string' || cameAsNoText(given, name))
  return fails
    ? { ...row, stored: 'fails', text: 'No text: returned as it is, it fails the sign-in.' }
    : {
        ...row,
        stored: 'clear',
        text: 'In clear text, if your Python returns it. Dify encrypts only keys declared secret-input.',
      }
}

function asText(value: unknown): string {
  return typeof value === 'object' ? (jsonText(value) ?? '') : String(value)
}

function topOf(path: string): string {
  return path.split('.')[0] ?? ''
}
