import { dictionary, lay, prefixed } from './layout'
import { pythonString } from './literals'
import { todoMark } from './module'
import { constantCode, type OAuthConstantKey, type OAuthConstants } from './oauth-constants'

/** What stands there until somebody fills it in. */
export const unset: OAuthConstants = {
  authorizationUrl: 'https://example.com/oauth/authorize',
  tokenUrl: 'https://example.com/oauth/token',
  scopes: [],
  scopeDelimiter: ' ',
  authorizationParameters: [],
  tokenParameters: [],
  refreshParameters: [],
  clientAuthentication: 'post',
  tokenBody: 'form',
  pkce: 'S256',
  defaultExpiresIn: -1,
}

/** Comments over the constants, without their mark. */
const words = {
  unset: [
    `${todoMark} the addresses and scopes of your service, from its documentation. Until then`,
    'whoever signs in is sent to example.com.',
  ],
  variables: ['Parts of the addresses, where the form of the client has no field of the name.'],
  extra: ['What the service wants besides, in the address and in each request for a token.'],
  client: ['Where the client stands: "post" in the body, "basic" or (not encoded) "basic-raw" in a header.'],
  body: ['How the body is written: "form" or "json".'],
  profile: ['Says whose token it is: Dify shows the name and the picture beside the credentials.'],
  path: ['Where the token stands in the answer.'],
  expires: ['Seconds that a token lives where the service does not say; -1 is for ever.'],
  stored: ['Names under which Dify keeps parts of a token, and their names in the answer of the service.'],
} as const

/** Whether a comment is one of those over the constants, wherever it stands. */
export function isSettingComment(comment: string, why: readonly string[] = []): boolean {
  const text = comment.replace(/^#\s*/, '').trim()
  return [...Object.values(words).flat(), ...why].includes(text)
}

/**
 * The constants of a class that signs people in, with their comments: `stored` are the names under which Dify keeps parts of a token,
 * `why` says what is odd about them. Without settings they wait for their author; what few services need is left out where it is empty.
 */
export function settingLines(
  stored: ReadonlyMap<string, string>,
  why: readonly string[],
  settings?: OAuthConstants,
): string[] {
  const values = { ...unset, ...settings }
  const comment = (lines: readonly string[]) => lines.map((line) => `    # ${line}`)
  const line = (head: string, key: OAuthConstantKey) => lay(prefixed(`${head} = `, constantCode(key, values)), 4)
  const some = (value: object | undefined) => Object.keys(value ?? {}).length > 0
  return [
    ...(settings ? [] : comment(words.unset)),
    ...line('_AUTH_URL', 'authorizationUrl'),
    ...line('_TOKEN_URL', 'tokenUrl'),
    ...(some(values.variables) ? [...comment(words.variables), ...line('_VARIABLES', 'variables')] : []),
    ...line('_SCOPES: list[str]', 'scopes'),
    ...line('_SCOPE_DELIMITER', 'scopeDelimiter'),
    ...comment(words.extra),
    ...line('_EXTRA_AUTH_PARAMS: dict[str, str]', 'authorizationParameters'),
    ...line('_EXTRA_TOKEN_PARAMS: dict[str, str]', 'tokenParameters'),
    ...line('_EXTRA_REFRESH_PARAMS: dict[str, str]', 'refreshParameters'),
    ...(some(values.tokenHeaders) ? line('_TOKEN_HEADERS: dict[str, str]', 'tokenHeaders') : []),
    ...(values.refreshSendsScope ? line('_REFRESH_SENDS_SCOPE', 'refreshSendsScope') : []),
    ...comment(words.client),
    ...line('_CLIENT_AUTH', 'clientAuthentication'),
    ...comment(words.body),
    ...line('_TOKEN_BODY', 'tokenBody'),
    ...(values.tokenPath ? [...comment(words.path), ...line('_TOKEN_PATH', 'tokenPath')] : []),
    ...(values.whoAmIUrl ? [...comment(words.profile), ...line('_WHO_AM_I_URL', 'whoAmIUrl')] : []),
    ...(values.whoAmIUrl && values.whoAmIScheme === 'token' ? line('_WHO_AM_I_SCHEME', 'whoAmIScheme') : []),
    ...line('_PKCE', 'pkce'),
    ...comment(words.expires),
    ...line('_DEFAULT_EXPIRES_IN', 'defaultExpiresIn'),
    ...comment([...words.stored, ...why]),
    ...lay(
      dictionary(
        '_STORED: dict[str, str] = ',
        [...stored].map(([name, key]) => [name, pythonString(key)]),
      ),
      4,
    ),
  ]
}
