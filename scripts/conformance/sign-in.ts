import { createHash, createHmac } from 'node:crypto'
import { createPlugin } from '@/lib/plugin/create'
import { textOf, writeFile } from '@/lib/plugin/files'
import { author, createdAt, rawRequest, type Call, type Case } from './calls'
import { client } from './token-endpoint'

const provider = 'nimbra'
const redirect = 'https://dify.example/callback'
const addresses = ['https://example.com/oauth/authorize', 'https://example.com/oauth/token'] as const

/** The kinds that sign people in, with the SDK's error of each and a way in which services differ. */
const signing = [
  { kind: 'tool', error: 'ToolProviderOAuthError', login: 'basic', body: 'json' },
  { kind: 'datasource', error: 'DatasourceOAuthError', login: 'basic-raw', body: 'form' },
  { kind: 'trigger', error: 'TriggerProviderOAuthError', login: 'basic', body: 'form' },
] as const

type Signing = (typeof signing)[number]

/** The OAuth methods of every kind that has them against the authorization server at `upstream`, and against none. */
export function signInCases(upstream: string): Case[] {
  return [
    ...signing.flatMap((each) => [signInCase(upstream, each), settingsCase(upstream, each)]),
    ...signing.slice(0, 1).map(deadCase),
  ]
}

/** What the fresh Python does with nothing filled in but the address of the tokens. */
function signInCase(upstream: string, { kind, error }: Signing): Case {
  const refused = (message: string) => ({ error, message })
  const gone = 'This answers no sign-in that began here in the last ten minutes.'
  const state = stateOf(now())
  const back = (name: string, query: string, expect: Call['expect']) => callback(name, query, expect)
  const exchange = (name: string, code: string, expect: Call['expect']) =>
    back(name, `code=${code}&state=${state}`, expect)
  const stored = { access_token: 'a new token', refresh_token: 'a refresh token' }
  return {
    name: `${kind} that signs people in`,
    files: python(kind, 'api-key-or-oauth', { [addresses[1]]: `${upstream}/token` }),
    calls: [
      call('where to sign in', 'get_authorization_url', {}, { authorization: asked(addresses[0]) }),
      call('without a client', 'get_authorization_url', { system_credentials: {} }, refused(noClient)),
      exchange('a code', codeOf(state), { credentials: stored, lasts: 3600 }),
      exchange('a code without a lifetime', `${codeOf(state)}.forever`, { credentials: stored, lasts: 'for ever' }),
      exchange('an answer behind a byte order mark', `${codeOf(state)}.marked`, {
        credentials: { access_token: 'a new token' },
        lasts: 3600,
      }),
      exchange('a lifetime of odd spelling', `${codeOf(state)}.spelled`, {
        credentials: { access_token: 'a new token' },
        lasts: 3600,
      }),
      exchange('a code of another sign-in', codeOf('other'), refused('The service gave no token: the code is wrong')),
      exchange('an error with status 200', 'soft', refused('The service gave no token: bad_verification_code')),
      exchange('a page', 'page', refused('The service gave no token: it answered with status 200')),
      exchange('a redirect', 'moved', refused('The service gave no token: it answered with status 302')),
      exchange('a redirect to no address', 'astray', refused('The service gave no token: ValueError.')),
      exchange('lists without end', 'endless', refused('The service gave no token: it answered with status 200')),
      exchange('a failure', 'broken', refused('The service gave no token: it answered with status 503')),
      back('no code', `state=${state}`, refused('The service sent no code.')),
      back('a refusal', 'error=access_denied', refused('The service refused the sign-in: access_denied')),
      back('an old state', `code=x&state=${stateOf(now() - 700)}`, refused(gone)),
      back('a state of somebody else', 'code=x&state=a.1.b', refused(gone)),
      back('no state', 'code=x', refused(gone)),
      refresh('a refresh', 'kept', {
        credentials: { access_token: 'a new token', refresh_token: 'kept' },
        lasts: 3600,
      }),
      refresh('a refresh with an empty text for the token that stays', 'emptied', {
        credentials: { access_token: 'a new token', refresh_token: 'emptied' },
        lasts: 3600,
      }),
      refresh('a refresh that rotates', 'rotated', { credentials: stored, lasts: 3600 }),
      refresh('a refresh that was revoked', 'revoked', refused('The service gave no token: the code is wrong')),
      refresh('a refresh without a token', undefined, refused('There is no refresh token: sign in again.')),
    ],
  }
}

/** Other services: the client in a header, JSON in place of a form, scopes with commas, parameters of their own, no PKCE. */
function settingsCase(upstream: string, { kind, login, body }: Signing): Case {
  const token = `${upstream}/token?login=${login}&body=${body}`
  const files = python(kind, 'oauth', {
    [`"${addresses[0]}"`]: '"https://example.com/oauth/authorize?tenant=a"',
    [addresses[1]]: token,
    '_SCOPES: list[str] = []': '_SCOPES: list[str] = ["read", "write"]',
    '_SCOPE_DELIMITER = " "': '_SCOPE_DELIMITER = ","',
    '_EXTRA_AUTH_PARAMS: dict[str, str] = {}': '_EXTRA_AUTH_PARAMS: dict[str, str] = {"prompt": "consent"}',
    '_EXTRA_TOKEN_PARAMS: dict[str, str] = {}': '_EXTRA_TOKEN_PARAMS: dict[str, str] = {"audience": "b"}',
    '_CLIENT_AUTH = "post"': `_CLIENT_AUTH = "${login}"`,
    '_TOKEN_BODY = "form"': `_TOKEN_BODY = "${body}"`,
    '_PKCE = True': '_PKCE = False',
    '_DEFAULT_EXPIRES_IN = -1': '_DEFAULT_EXPIRES_IN = 1800',
  })
  const { code_challenge: _, code_challenge_method: __, ...plain } = asked(addresses[0])
  const credentials = { access_token: 'a new token', refresh_token: 'a refresh token' }
  return {
    name: `${kind} that signs people in with ${login} and ${body}`,
    files,
    calls: [
      call(
        'where to sign in',
        'get_authorization_url',
        {},
        {
          authorization: { ...plain, tenant: 'a', scope: 'read,write', prompt: 'consent' },
        },
      ),
      callback('a code', `code=plain.forever&state=${stateOf(now())}`, { credentials, lasts: 1800 }),
    ],
  }
}

/** Nobody answers at the address of the tokens. */
function deadCase({ kind, error }: Signing): Case {
  return {
    name: `${kind} whose service is down`,
    files: python(kind, 'oauth', { [addresses[1]]: 'http://127.0.0.1:9/token' }),
    calls: [
      callback('a code', `code=x&state=${stateOf(now())}`, {
        error,
        message: 'The service gave no token: ConnectionError.',
      }),
    ],
  }
}

/** A fresh plugin with these texts of its provider's Python replaced. */
function python(kind: string, credentials: 'oauth' | 'api-key-or-oauth', changes: Readonly<Record<string, string>>) {
  const files = createPlugin([kind], { name: provider, author, createdAt, credentials })
  const path = `provider/${provider}.py`
  let text = textOf(files, path) ?? ''
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`${path} of ${kind} has no ${from}`)
    text = text.replace(from, to)
  }
  return writeFile(files, path, text)
}

function call(name: string, action: string, more: object, expect: Call['expect']): Call {
  const data = { type: 'oauth', action, provider, redirect_uri: redirect, system_credentials: client, ...more }
  return { name, data, expect }
}

function callback(name: string, query: string, expect: Call['expect']): Call {
  return call(name, 'get_credentials', { raw_http_request: rawRequest('GET', `/callback?${query}`, '', {}) }, expect)
}

function refresh(name: string, refresh_token: string | undefined, expect: Call['expect']): Call {
  return call(
    name,
    'refresh_credentials',
    { credentials: { access_token: 'old', refresh_token, other: 'dropped' } },
    expect,
  )
}

const noClient = 'The OAuth client lacks its ID or its secret.'

/** What an authorization URL asks for, as `authorizationIn` reads it. */
function asked(address: string) {
  return {
    address,
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: redirect,
    state: 'of this client',
    code_challenge: 'of this state',
    code_challenge_method: 'S256',
  }
}

/** The address and parameters of an authorization URL, with what is new each time judged by the rules of oauth.md section 5. */
export function authorizationIn(text: string): Record<string, string> {
  const url = new URL(text)
  const { state = '', code_challenge: challenge, ...query } = Object.fromEntries(url.searchParams)
  const [nonce = '', issuedAt = ''] = state.split('.')
  const own =
    state === stateOf(Number(issuedAt), nonce) && nonce.length >= 22 && Math.abs(now() - Number(issuedAt)) < 600
  return {
    address: url.origin + url.pathname,
    ...query,
    state: own ? 'of this client' : state,
    ...(challenge === undefined
      ? {}
      : { code_challenge: challenge === challengeOf(state) ? 'of this state' : challenge }),
  }
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}

/** A state as the generated Python makes it. */
function stateOf(issuedAt: number, nonce = 'nonce'): string {
  return `${nonce}.${issuedAt}.${signed('dify-state', redirect, nonce, String(issuedAt))}`
}

function challengeOf(state: string): string {
  return createHash('sha256')
    .update(signed('dify-pkce', redirect, state))
    .digest('base64url')
}

/** A code in which the authorization server remembers the challenge that came with this state. */
function codeOf(state: string): string {
  return `right.${challengeOf(state)}`
}

function signed(...parts: readonly string[]): string {
  return createHmac('sha256', client.client_secret).update(parts.join('|')).digest('base64url')
}
