import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OAuthConstants } from './oauth-constants'
import { oauthFlow } from './oauth-flow'
import { readOAuthConstants, writeOAuthConstants } from './oauth-settings'
import { formatPython } from './test-ruff'

const classes = {
  error: 'ToolProviderOAuthError',
  signedIn: 'ToolOAuthCredentials',
  refreshed: 'ToolOAuthCredentials',
  imports: [],
}
const parts = oauthFlow({ credentials_schema: [{ name: 'access_token', type: 'secret-input' }] }, classes)
const written = `class Nimbra(ToolProvider):\n${[...parts.settings, ...parts.methods].join('\n')}\n`

const inClass = (lines: string, method = '        return ""') =>
  `class Nimbra(ToolProvider):\n${lines}\n    def _oauth_get_authorization_url(self, redirect_uri, system_credentials):\n${method}\n`

describe('the constants of a written provider', () => {
  const start: OAuthConstants = {
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

  test('are all read', () => {
    expect(readOAuthConstants(written)).toEqual(start)
  })

  test('are written where they stand, and nothing else changes', () => {
    const { source, unwritten } = writeOAuthConstants(written, {
      ...start,
      tokenUrl: 'https://nimbra.example/token',
      scopes: ['a', 'b"c'],
      clientAuthentication: 'basic-raw',
      pkce: 'off',
      defaultExpiresIn: 3600,
    })
    expect(unwritten).toEqual([])
    const changed = source.split('\n').filter((line, index) => line !== written.split('\n')[index])
    expect(changed).toEqual([
      '    _TOKEN_URL = "https://nimbra.example/token"',
      `    _SCOPES: list[str] = ["a", 'b"c']`,
      '    _CLIENT_AUTH = "basic-raw"',
      '    _PKCE = False',
      '    _DEFAULT_EXPIRES_IN = 3600',
    ])
  })

  test('have one item a line where the line would be too long, and one line again', () => {
    const scopes = ['one', 'two', 'three'].map((name) => `https://www.googleapis.com/auth/${name}`)
    const long = writeOAuthConstants(written, { scopes }).source
    expect(long).toContain(
      `    _SCOPES: list[str] = [\n        "${scopes[0]}",\n        "${scopes[1]}",\n        "${scopes[2]}",\n    ]\n    _SCOPE_DELIMITER`,
    )
    expect(writeOAuthConstants(long, { scopes: [] }).source).toBe(written)
    expect(formatPython(long)).toBe(long)
    const parameters = ['access_type', 'include_granted_scopes', 'prompt'].map((name) => ({
      name,
      value: 'é'.repeat(20),
    }))
    const both = writeOAuthConstants(long, {
      authorizationParameters: parameters.slice(0, 2),
      prompt: 'é'.repeat(20),
      tokenParameters: parameters.slice(2),
    })
    expect(formatPython(both.source)).toBe(both.source)
  })

  test('read back what was written, whatever it is', () => {
    const parameter = fc.record({
      name: fc.string({ unit: 'binary', minLength: 1 }).filter((name) => !['prompt', 'audience'].includes(name)),
      value: fc.string({ unit: 'binary' }),
    })
    const values = fc.record({
      authorizationUrl: fc.webUrl(),
      scopes: fc.array(fc.string({ unit: 'binary' })),
      scopeDelimiter: fc.constantFrom(' ' as const, ',' as const),
      authorizationParameters: fc.uniqueArray(parameter, { selector: ({ name }) => name }),
      prompt: fc.string({ minLength: 1 }),
      refreshParameters: fc.uniqueArray(parameter, { selector: ({ name }) => name }),
      tokenBody: fc.constantFrom('form' as const, 'json' as const),
      defaultExpiresIn: fc.integer({ min: -1 }),
    })
    fc.assert(
      fc.property(values, (given) => {
        const result = writeOAuthConstants(written, given)
        expect(result.unwritten).toEqual([])
        expect(readOAuthConstants(result.source)).toMatchObject(given)
        expect(writeOAuthConstants(result.source, { ...start, prompt: '' }).source).toBe(written)
      }),
      { numRuns: 20 },
    )
  })
})

describe('the Python of others', () => {
  test('is read where it has texts under the usual names', () => {
    const source = inClass(`    _AUTH_URL = "https://accounts.google.com/o/oauth2/v2/auth"
    _TOKEN_URL = ("https://oauth2."
                  "googleapis.com/token")
    _API_USER_URL = 'https://api.github.com/user'
    _DEFAULT_SCOPE = r"read:user repo"`)
    expect(readOAuthConstants(source)).toEqual({
      authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
      whoAmIUrl: 'https://api.github.com/user',
      scopes: ['read:user', 'repo'],
      scopeDelimiter: ' ',
    })
  })

  test('is read from the module, and from the query of the method', () => {
    const source = `AUTHORIZATION_URL = "https://a.example/authorize"
TOKEN_ENDPOINT: Final = "https://a.example/token"

${inClass(
  '    """A provider."""\n',
  `        params = {
            "client_id": system_credentials["client_id"],
            "redirect_uri": redirect_uri,
            "response_type": "code",
            "scope": "read,write",  # both
            "access_type": "offline",
            "prompt": "consent",
            "state": state,
        }
        return f"{AUTHORIZATION_URL}?{urlencode(params)}"`,
)}`
    expect(readOAuthConstants(source)).toEqual({
      authorizationUrl: 'https://a.example/authorize',
      tokenUrl: 'https://a.example/token',
      scopes: ['read', 'write'],
      scopeDelimiter: ',',
      prompt: 'consent',
      authorizationParameters: [{ name: 'access_type', value: 'offline' }],
    })
  })

  test('is read where an address has plain names in it, but not written there', () => {
    const source = inClass('', '        auth_url = f"https://login.microsoftonline.com/{tenant_id}/authorize"')
    expect(readOAuthConstants(source)).toEqual({
      authorizationUrl: 'https://login.microsoftonline.com/{tenant_id}/authorize',
    })
    expect(writeOAuthConstants(source, { authorizationUrl: 'https://a.example' })).toEqual({
      source,
      unwritten: ['authorizationUrl'],
    })
  })

  test('is read where its methods repeat an address, but not written there', () => {
    const repeat = (url: string) => `${inClass('', '        auth_url = "https://a.example/authorize"')}
    def _oauth_get_credentials(self, redirect_uri, system_credentials, request):
        token_url = "https://a.example/token"

    def _oauth_refresh_credentials(self, redirect_uri, system_credentials, credentials):
        try:
            token_url = "${url}"
        except Exception:
            raise
`
    const same = repeat('https://a.example/token')
    expect(readOAuthConstants(same)).toEqual({
      authorizationUrl: 'https://a.example/authorize',
      tokenUrl: 'https://a.example/token',
    })
    expect(writeOAuthConstants(same, { tokenUrl: 'https://b.example' })).toEqual({
      source: same,
      unwritten: ['tokenUrl'],
    })
    expect(readOAuthConstants(repeat('https://a.example/refresh'))).toEqual({
      authorizationUrl: 'https://a.example/authorize',
    })
  })

  test('is read where the name says whose address it is', () => {
    const source = inClass(`    _GOOGLE_AUTH_URL = "https://accounts.google.com/o/oauth2/auth"
    _GOOGLE_TOKEN_URL = "https://oauth2.googleapis.com/token"
    _REFRESH_TOKEN_URL = "https://a.example/refresh"`)
    expect(readOAuthConstants(source)).toEqual({
      authorizationUrl: 'https://accounts.google.com/o/oauth2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
    })
  })

  test.each([
    ['a call', '    _AUTH_URL = os.environ["AUTH_URL"]'],
    ['a sum', '    _AUTH_URL = "https://a.example" + path'],
    ['an f-string with more than names', '    _AUTH_URL = f"https://{self.host}/authorize"'],
    ['two of them', '    _AUTH_URL = "https://a.example"\n    _AUTHORIZE_URL = "https://b.example"'],
    ['bytes', '    _AUTH_URL = b"https://a.example"'],
    ['an escape that only Python knows', '    _AUTH_URL = "https://a.example/\\N{DASH}"'],
    ['no address', '    _AUTH_URL = "authorize"'],
    ['another name', '    _AUTHORS_URL = "https://a.example"'],
    ['several names', '    _AUTH_URL = _URL = "https://a.example"'],
    ['scopes that are not all texts', '    _SCOPES = ["a", B]'],
    ['a switch that is none', '    _PKCE = 1'],
  ])('is not read where it has %s', (_, lines) => {
    expect(readOAuthConstants(inClass(lines))).toEqual({})
  })

  test('keeps the shape of scopes that are one text', () => {
    const source = inClass('    _SCOPE = "a b"  # all')
    expect(writeOAuthConstants(source, { scopes: ['a', 'c'] }).source).toBe(source.replace('a b', 'a c'))
  })

  test('keeps its comments: a list with one is not written', () => {
    const source = inClass('    _SCOPES = [\n        "a",  # why\n    ]')
    expect(writeOAuthConstants(source, { scopes: ['b'] })).toEqual({ source, unwritten: ['scopes'] })
    expect(writeOAuthConstants(source, { scopes: ['a'] })).toEqual({ source, unwritten: [] })
  })

  test('keeps its ends of line', () => {
    const source = inClass('    _SCOPES = []').replaceAll('\n', '\r\n')
    const scopes = Array.from({ length: 4 }, (_, index) => `https://www.googleapis.com/auth/${index}`)
    expect(writeOAuthConstants(source, { scopes }).source.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test('without a constant says what was not written', () => {
    expect(writeOAuthConstants('x = 1\n', { tokenBody: 'json', prompt: 'consent' })).toEqual({
      source: 'x = 1\n',
      unwritten: ['prompt', 'tokenBody'],
    })
  })
})
