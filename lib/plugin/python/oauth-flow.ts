import { valueAt } from '../schema/file-reference'
import { fieldsIn, type Field } from './fields'
import { call, either, lay } from './layout'
import { pythonString } from './literals'
import { head, raise } from './method-lines'
import type { OAuthConstants } from './oauth-constants'
import { expiryFunction, stateFunctions } from './oauth-functions'
import { profileArguments, profileLines } from './oauth-profile-lines'
import { settingLines } from './oauth-setting-lines'
import { addressLines, tokenLines } from './oauth-token-lines'

/** What the SDK has for the OAuth of one kind of provider. */
export interface OAuthClasses {
  /** For what goes wrong. */
  error: string
  /** What a sign-in gives back. */
  signedIn: string
  /** What a refresh gives back. */
  refreshed: string
  /** What Dify is to keep although no schema declares it, and why: lines of a comment. */
  undeclared?: { name: string; why: readonly string[] }
  /** What a sign-in gives back has the name and the picture of the account too, which Dify shows. */
  named?: true
  /** Lines that import them. */
  imports: readonly string[]
}

/** Parts of a module whose class signs people in by OAuth. */
export interface OAuthParts {
  standard: readonly string[]
  thirdParty: readonly string[]
  /** Lines of the class: its settings, which stand first, and the methods behind the others. */
  settings: readonly string[]
  methods: readonly string[]
  functions: readonly string[]
}

/**
 * The authorization code flow for an `oauth_schema` (stubs.md 4.10): state and PKCE without storage, by HMAC (oauth.md section 5).
 * What differs between services are constants of the class. It signs people in as it is, at an example's address where there are no
 * `settings`.
 */
export function oauthFlow(schema: unknown, classes: OAuthClasses, given?: OAuthConstants): OAuthParts {
  const settings = given && (classes.named ? given : withoutProfile(given))
  const declared = storedKeys(fieldsIn(valueAt(schema, ['credentials_schema'])))
  const { undeclared } = classes
  const hidden = undeclared && !declared.has(undeclared.name) ? undeclared : undefined
  const stored = hidden ? new Map([...declared, [hidden.name, hidden.name]]) : declared
  const client = clientNames(fieldsIn(valueAt(schema, ['client_schema'])))
  return {
    standard: [
      'import base64',
      'import hashlib',
      'import hmac',
      'import secrets',
      'import time',
      'import urllib.parse',
      'from collections.abc import Mapping',
    ],
    thirdParty: ['import requests', 'from werkzeug import Request'],
    settings: settingLines(stored, hidden?.why ?? [], settings),
    methods: [
      ...authorizationLines(settings),
      ...signInLines(classes, settings),
      ...refreshLines(classes, stored, settings),
      ...tokenLines(classes.error, settings),
      ...addressLines(settings),
      ...answerLines(classes.signedIn),
      ...profileLines(settings),
    ],
    functions: [clientFunction(client, classes.error), stateFunctions, expiryFunction],
  }
}

/** Where Dify keeps each part of a token: the declared name, and the key in the service's answer. */
export function storedKeys(fields: readonly Field[]): Map<string, string> {
  const names = [...new Set(fields.map(({ name }) => name))]
  if (names.includes('access_token')) return new Map(names.map((name) => [name, name]))
  const token = fields.find(({ type }) => type === 'secret-input')?.name ?? names[0]
  return new Map(names.map((name) => [name, name === token ? 'access_token' : name]))
}

/** What the client's id and secret are called in the form that the admin of Dify fills in. */
export function clientNames(fields: readonly Field[]): { id: string; secret: string } {
  const names = fields.map(({ name }) => name)
  const secret = names.includes('client_secret')
    ? 'client_secret'
    : fields.find(({ name, type }) => type === 'secret-input' && /secret/i.test(name))?.name
  const id = names.includes('client_id') ? 'client_id' : names.find((name) => name !== secret && /id$/i.test(name))
  return { id: id ?? 'client_id', secret: secret ?? 'client_secret' }
}

/** Only some kinds keep whose token it is. */
function withoutProfile({ whoAmIUrl: _, whoAmIScheme: __, ...others }: OAuthConstants): OAuthConstants {
  return others
}

const given = ['self', 'redirect_uri: str', 'system_credentials: Mapping[str, Any]']

function authorizationLines(settings: OAuthConstants = {}): string[] {
  const plain = settings.pkce === 'plain'
  const varies = Object.keys(settings.variables ?? {}).length > 0
  const address = varies ? 'url' : 'self._AUTH_URL'
  return [
    ...head('_oauth_get_authorization_url', given, 'str'),
    '        client_id, client_secret = _client(system_credentials)',
    '        state = _new_state(client_secret, redirect_uri)',
    '        query = {',
    '            "response_type": "code",',
    '            "client_id": client_id,',
    '            "redirect_uri": redirect_uri,',
    '            "state": state,',
    '        }',
    '        if self._SCOPES:',
    '            query["scope"] = self._SCOPE_DELIMITER.join(self._SCOPES)',
    '        if self._PKCE:',
    '            verifier = _verifier(client_secret, redirect_uri, state)',
    plain
      ? '            query["code_challenge"] = verifier'
      : '            query["code_challenge"] = _base64url(hashlib.sha256(verifier.encode()).digest())',
    `            query["code_challenge_method"] = "${plain ? 'plain' : 'S256'}"`,
    ...(varies ? ['        url = self._address(self._AUTH_URL, system_credentials)'] : []),
    `        separator = "&" if "?" in ${address} else "?"`,
    `        return ${address} + separator + urllib.parse.urlencode(query | self._EXTRA_AUTH_PARAMS)`,
  ]
}

function signInLines({ error, signedIn }: OAuthClasses, settings: OAuthConstants = {}): string[] {
  return [
    ...head('_oauth_get_credentials', [...given, 'request: Request'], signedIn),
    '        # The request carries cookies of Dify: never write it into a log.',
    '        _, client_secret = _client(system_credentials)',
    '        refusal = request.args.get("error")',
    '        if refusal:',
    '            reason = request.args.get("error_description") or refusal',
    ...raise(error, 'f"The service refused the sign-in: {reason[:200]}"', 12),
    '        state = request.args.get("state", "")',
    '        if not _is_own_state(state, client_secret, redirect_uri):',
    ...raise(error, '"This answers no sign-in that began here in the last ten minutes."', 12),
    '        code = request.args.get("code")',
    '        if not code:',
    ...raise(error, '"The service sent no code."', 12),
    '        body = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri}',
    '        if self._PKCE:',
    '            body["code_verifier"] = _verifier(client_secret, redirect_uri, state)',
    '        token = self._ask_for_token(system_credentials, body | self._EXTRA_TOKEN_PARAMS)',
    ...(settings.whoAmIUrl
      ? [
          '        signed_in = self._credentials_of(token, {})',
          `        signed_in.name, signed_in.avatar_url = self._profile_of(${profileArguments(settings, 'token')})`,
          '        return signed_in',
        ]
      : ['        return self._credentials_of(token, {})']),
  ]
}

function refreshLines(
  { error, signedIn, refreshed }: OAuthClasses,
  stored: ReadonlyMap<string, string>,
  { refreshSendsScope = false }: OAuthConstants = {},
): string[] {
  const fresh = 'self._credentials_of(token, credentials)'
  return [
    ...head('_oauth_refresh_credentials', [...given, 'credentials: Mapping[str, Any]'], refreshed),
    ...(stored.has('refresh_token')
      ? [
          '        refresh_token = credentials.get("refresh_token")',
          '        if not refresh_token:',
          ...raise(error, '"There is no refresh token: sign in again."', 12),
          '        body = {"grant_type": "refresh_token", "refresh_token": refresh_token}',
          ...(refreshSendsScope
            ? [
                '        if self._REFRESH_SENDS_SCOPE and self._SCOPES:',
                '            body["scope"] = self._SCOPE_DELIMITER.join(self._SCOPES)',
              ]
            : []),
          '        token = self._ask_for_token(system_credentials, body | self._EXTRA_REFRESH_PARAMS)',
          ...(signedIn === refreshed
            ? [`        return ${fresh}`]
            : [
                `        fresh = ${fresh}`,
                ...lay(
                  call(`return ${refreshed}`, ['credentials=fresh.credentials', 'expires_at=fresh.expires_at or -1']),
                  8,
                ),
              ]),
        ]
      : [
          '        # No refresh token is kept: what the service gave holds until it is taken back.',
          `        return ${refreshed}(credentials=dict(credentials), expires_at=-1)`,
        ]),
  ]
}

/** What Dify is to keep: nothing but the declared names, and of those that the service did not send again the old value. */
function answerLines(result: string): string[] {
  return [
    ...head('_credentials_of', ['self', 'token: dict[str, Any]', 'old: Mapping[str, Any]'], result),
    '        credentials = {name: old[name] for name in self._STORED if name in old}',
    '        for name, key in self._STORED.items():',
    '            value = token.get(key)',
    '            if value is not None and value is not False and value not in ("", [], {}):',
    '                credentials[name] = str(value)',
    '        expires_at = _expires_at(token.get("expires_in"), self._DEFAULT_EXPIRES_IN)',
    `        return ${result}(credentials=credentials, expires_at=expires_at)`,
  ]
}

function clientFunction({ id, secret }: { id: string; secret: string }, error: string): string {
  const read = (local: string, name: string) =>
    lay(call(`${local} = str`, [either(call('system_credentials.get', [pythonString(name)]), 'or ""')]), 4)
  return [
    'def _client(system_credentials: Mapping[str, Any]) -> tuple[str, str]:',
    '    """Id and secret of the client that the admin of Dify filled in."""',
    ...read('client_id', id),
    ...read('client_secret', secret),
    '    if not client_id or not client_secret:',
    ...raise(error, '"The OAuth client lacks its ID or its secret."', 8),
    '    return client_id, client_secret',
    '',
  ].join('\n')
}
