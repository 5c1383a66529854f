import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlugin } from '../check'
import { createPlugin } from '../create'
import { changedPaths, textOf, writeFile, type Files } from '../files'
import { formatPython, lintPython } from '../python/test-ruff'
import { parseYaml } from '../yaml/parse'
import { constantsOf, notHeld, type CodeSettings } from './code-settings'
import { oauthProviders } from './providers'
import { readOAuthCode } from './read-code'
import { writeOAuthCode } from './write-code'

const kinds = ['tool', 'datasource', 'trigger'] as const

const fresh = (kind: string, credentials: 'none' | 'api-key' | 'oauth' | 'api-key-or-oauth' = 'oauth') =>
  createPlugin([kind], { name: 'nimbra', author: 'saltmarsh', createdAt: '2026-01-15T09:00:00Z', credentials })

const settings: CodeSettings = {
  authorizationUrl: 'https://login.example/{tenant}/authorize',
  tokenUrl: 'https://login.example/{tenant}/token',
  variables: { tenant: 'common' },
  scopes: ['read', 'offline_access'],
  prompt: 'consent',
  authorizationParameters: [{ name: 'access_type', value: 'offline' }],
  refreshParameters: [{ name: 'resource', value: 'mail' }],
  tokenHeaders: [{ name: 'X-Version', value: '2' }],
  refreshSendsScope: true,
  tokenPath: 'authed_user.access_token',
  clientAuthentication: 'basic',
  tokenBody: 'json',
  pkce: 'plain',
  defaultExpiresIn: 3600,
}

const yaml = 'provider/nimbra.yaml'
const python = 'provider/nimbra.py'

function written(files: Files, wanted: CodeSettings = settings, options = {}) {
  const result = writeOAuthCode(files, yaml, wanted, options)
  if (!result.ok) throw new Error(result.reason)
  return result
}

const source = (files: Files) => textOf(files, python) ?? ''

describe.each(kinds)('the sign-in of a fresh %s', (kind) => {
  test.each(['none', 'api-key', 'oauth', 'api-key-or-oauth'] as const)('is made where it had %s', (credentials) => {
    const before = fresh(kind, credentials)
    const { files, how, touched } = written(before)
    expect([how, touched]).toEqual(['made', false])
    expect(lintPython(source(files))).toEqual([])
    expect(formatPython(source(files))).toBe(source(files))
    expect(source(files)).not.toContain('example.com/oauth')
    expect(checkPlugin(files).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(textOf(files, 'requirements.txt')).toMatch(/requests[^]*werkzeug|werkzeug[^]*requests/)
    expect(readOAuthCode(files, yaml)).toEqual({ settings: withoutEmpty(constantsOf(settings)), unread: [] })
    expect(written(files)).toMatchObject({ how: 'same', touched: false })
    const [provider] = oauthProviders(files)
    expect(provider).toMatchObject({ path: yaml, name: 'nimbra', python, declared: true })
  })

  test('keeps the comments and order of its YAML', () => {
    const before = fresh(kind, 'none')
    const text = `# the head\n${textOf(before, yaml) ?? ''}# the end\n`
    const { files } = written(writeFile(before, yaml, text))
    const now = textOf(files, yaml) ?? ''
    const lines = text.split('\n').filter((line) => !/^\s*$/.test(line))
    let at = -1
    for (const line of lines) {
      at = now.split('\n').indexOf(line, at + 1)
      expect(at, line).toBeGreaterThan(-1)
    }
    expect(parseYaml(now).ok).toBe(true)
  })

  test('reads back what was written, whatever it is', () => {
    const parameter = fc.record({ name: fc.string({ unit: 'binary' }), value: fc.string({ unit: 'binary' }) })
    const parameters = fc.array(parameter, { maxLength: 4 })
    const any = fc.record({
      authorizationUrl: fc.constantFrom('https://a.example/{x}', 'https://a.example/authorize?a=b', '{base_url}/auth'),
      tokenUrl: fc.webUrl(),
      variables: fc.dictionary(fc.constantFrom('x', 'base_url', 'z'), fc.string()),
      scopes: fc.array(fc.string({ unit: 'binary' })),
      scopeDelimiter: fc.constantFrom(' ' as const, ',' as const),
      prompt: fc.string(),
      audience: fc.string(),
      authorizationParameters: parameters,
      tokenParameters: parameters,
      refreshParameters: parameters,
      tokenHeaders: parameters,
      refreshSendsScope: fc.boolean(),
      tokenPath: fc.constantFrom('', 'access_token', 'a.b'),
      clientAuthentication: fc.constantFrom('post' as const, 'basic' as const, 'basic-raw' as const),
      tokenBody: fc.constantFrom('form' as const, 'json' as const),
      pkce: fc.constantFrom('S256' as const, 'plain' as const, 'off' as const),
      defaultExpiresIn: fc.integer({ min: -1 }),
    })
    const before = fresh(kind, 'api-key')
    const once = written(before).files
    fc.assert(
      fc.property(any, (given) => {
        const { files } = written(before, given)
        expect(readOAuthCode(files, yaml).settings).toEqual(withoutEmpty(constantsOf(given)))
        expect(lintPython(source(files))).toEqual([])
        expect(formatPython(source(files))).toBe(source(files))
        expect(source(written(once, given).files)).toBe(source(written(files, given).files))
      }),
      { numRuns: 6 },
    )
  })

  test('leaves what its author wrote', () => {
    const made = written(fresh(kind)).files
    const own = writeFile(
      made,
      python,
      source(made).replace('    def _oauth_get_credentials', '    OWN = 1\n\n    def _oauth_get_credentials'),
    )
    const changed = written(own, { ...settings, scopes: ['write'] })
    expect(changed).toMatchObject({ how: 'constants', touched: true })
    expect(source(changed.files)).toBe(source(own).replace('["read", "offline_access"]', '["write"]'))
    const anew = written(own, { ...settings, pkce: 'off' })
    expect(anew).toMatchObject({ how: 'constants' })
    const other = written(own, { ...settings, tokenPath: '' }, { anew: true })
    expect(other).toMatchObject({ how: 'methods', touched: true })
    expect(source(other.files)).toContain('    OWN = 1\n')
    expect(source(other.files)).not.toContain('_TOKEN_PATH')
    expect(formatPython(source(other.files))).toBe(source(other.files))
  })
})

function withoutEmpty(constants: CodeSettings): CodeSettings {
  const absent: CodeSettings = {
    prompt: '',
    audience: '',
    whoAmIScheme: 'Bearer',
    tokenPath: '',
    refreshSendsScope: false,
  }
  const entries = Object.entries(constants).filter(([key, value]) => {
    if (['tokenHeaders', 'variables'].includes(key)) return Object.keys(value).length > 0
    return Object.entries(absent).every(([name, empty]) => name !== key || value !== empty)
  })
  return Object.fromEntries(entries)
}

describe('the Python of others', () => {
  const foreign = `from datetime import datetime
from urllib.parse import urlencode

import requests
from dify_plugin import ToolProvider
from dify_plugin.errors.tool import ToolProviderCredentialValidationError


class Nimbra(ToolProvider):
    """Signs people in."""

    _AUTH_URL = "https://nimbra.example/authorize"
    _API_USER_URL = "https://nimbra.example/me"

    # what the service calls it
    def oauth_get_authorization_url(self, redirect_uri, system_credentials):
        return f"{self._AUTH_URL}?{urlencode({'client_id': 'a'})}"

    def _oauth_get_credentials(self, redirect_uri, system_credentials, request):
        token_url = "https://nimbra.example/token"
        data = {"client_secret": "x"}
        return requests.post(token_url, data=data, timeout=9).json()

    def _validate_credentials(self, credentials):
        if datetime.now():
            raise ToolProviderCredentialValidationError("no")
`
  const files = writeFile(fresh('tool', 'none'), python, foreign)

  test('is read, and what it does not say is named', () => {
    const { settings: found, unread } = readOAuthCode(files, yaml)
    expect(found).toEqual({
      authorizationUrl: 'https://nimbra.example/authorize',
      tokenUrl: 'https://nimbra.example/token',
      whoAmIUrl: 'https://nimbra.example/me',
      clientAuthentication: 'post',
      tokenBody: 'form',
      pkce: 'off',
    })
    expect(unread.join()).toMatch(/the scopes.*how long a token lives/)
  })

  test('gets the methods in their place, keeps all else and loses the imports that only they had', () => {
    const result = written(files)
    expect(result).toMatchObject({ how: 'methods', touched: true })
    const now = source(result.files)
    expect(lintPython(now)).toEqual([])
    expect(formatPython(now)).toBe(now)
    expect(now).not.toContain('urlencode\n')
    expect(now).not.toContain('def oauth_get')
    expect(now).toContain('_API_USER_URL = "https://nimbra.example/me"')
    expect(now).toContain('# what the service calls it\n')
    expect(now.indexOf('def _oauth_refresh')).toBeLessThan(now.indexOf('def _validate_credentials'))
    expect(now).toContain(
      'from dify_plugin.errors.tool import ToolProviderCredentialValidationError, ToolProviderOAuthError\n',
    )
    expect(changedPaths(files, result.files)).toEqual([
      python,
      yaml,
      'pyproject.toml',
      'requirements.txt',
      // its tool finds a token now
      'tools/first_tool.py',
    ])
  })

  test.each([
    [
      'a name that means something else',
      foreign
        .replace('from datetime import datetime', 'from datetime import datetime, time')
        .replace('datetime.now()', 'datetime.now() and time'),
      /`time` means something else/,
    ],
    ['a function of its own', `${foreign}\n\ndef _client(name):\n    return name\n`, /`_client` is something else/],
    ['a variable of that name', `_signed = 1\n${foreign}`, /`_signed` is something else/],
    [
      'no class of the base',
      foreign.replace('(ToolProvider)', '(Other)').replace(/oauth_get/g, 'get'),
      /no class of ToolProvider/,
    ],
    ['Python that does not parse', `${foreign}\ndef (`, /does not parse/],
  ])('is refused with %s', (_, text, reason) => {
    const result = writeOAuthCode(writeFile(files, python, text), yaml, settings)
    expect(result.ok ? '' : result.reason).toMatch(reason)
  })

  test('keeps its line breaks', () => {
    const result = written(writeFile(files, python, foreign.replaceAll('\n', '\r\n')))
    expect(source(result.files)).not.toMatch(/[^\r]\n/)
  })
})

test('a fresh sign-in has no address yet', () => {
  const { settings: found, unread } = readOAuthCode(fresh('tool'), yaml)
  expect(Object.keys(found)).not.toContain('tokenUrl')
  expect(unread).toEqual([
    'No constant of provider/nimbra.py says the authorization URL: fill it in here.',
    'No constant of provider/nimbra.py says the token URL: fill it in here.',
  ])
})

test.each([
  ['nobody signs in', { grant: 'client_credentials' }, /for people who sign in/],
  ['the client is public', { clientAuthentication: 'none' as const }, /public client/],
  ['there is no address', { authorizationUrl: '' }, /authorization URL/],
  ['there is no address for tokens', { tokenUrl: 'token' }, /token URL/],
])('nothing is written where %s', (_, part, reason) => {
  const result = writeOAuthCode(fresh('tool'), yaml, { ...settings, ...part })
  expect(result.ok ? '' : result.reason).toMatch(reason)
})

test('what the code does not hold is named', () => {
  expect(
    notHeld({
      ...settings,
      issuer: 'https://login.example',
      revocationUrl: 'https://login.example/revoke',
      clientId: 'app',
      authorizationParameters: [
        { name: 'state', value: 'x' },
        { name: 'prompt', value: 'none' },
        { name: 'a`b', value: '1' },
        { name: 'a`b', value: '2' },
      ],
    }),
  ).toEqual([
    'Dify has no use for the issuer and the revocation URL: no code is written for it.',
    'The client ID is left out: an admin of Dify enters it with the secret.',
    '`state` is left out of the further parameters: the flow itself sends it.',
    'Of the two values of `aˋb` the last one is written.',
  ])
})

test('what stands in the address too is sent once, as in the playground', () => {
  const address =
    'https://login.example/{tenant}/authorize?response_type=code&client_id=of-a-developer&redirect_uri=x&a=b%3Dc&scope=old#top'
  const wanted = { ...settings, authorizationUrl: address }
  const { files, left } = written(fresh('tool'), wanted)
  expect(readOAuthCode(files, yaml).settings.authorizationUrl).toBe('https://login.example/{tenant}/authorize?a=b%3Dc')
  expect(left).toContain(
    'Left out of the address, since the code sends it besides: `response_type`, `client_id`, `redirect_uri` and `scope`.',
  )
  const unscoped = written(fresh('tool'), { ...wanted, scopes: [] })
  expect(readOAuthCode(unscoped.files, yaml).settings.authorizationUrl).toMatch(/\?a=b%3Dc&scope=old$/)
})

describe('whose token it is', () => {
  const asking: CodeSettings = { ...settings, whoAmIUrl: 'https://api.example/{tenant}/me' }

  test('is asked by the code of a data source, which has a place for name and picture', () => {
    const { files, left } = written(fresh('datasource'), asking)
    const code = source(files)
    expect(code).toContain('_WHO_AM_I_URL = "https://api.example/{tenant}/me"')
    expect(code).toContain('signed_in.name, signed_in.avatar_url = self._profile_of(token, system_credentials)')
    expect([lintPython(code), left.join(' ')]).toEqual([[], expect.not.stringContaining('whose token')])
    expect(formatPython(code)).toBe(code)
    expect(readOAuthCode(files, yaml).settings.whoAmIUrl).toBe('https://api.example/{tenant}/me')
    expect(written(files, asking).how).toBe('same')
    const plain = written(files, { ...asking, whoAmIUrl: '' }, { anew: true })
    expect(source(plain.files)).not.toMatch(/_profile_of|_WHO_AM_I_URL/)
  })

  test('is asked with the word before the token that the service wants', () => {
    const wanted: CodeSettings = { ...asking, whoAmIScheme: 'token' }
    const { files } = written(fresh('datasource'), wanted)
    const code = source(files)
    expect(code).toContain('    _WHO_AM_I_SCHEME = "token"\n')
    expect(code).toContain('f"{self._WHO_AM_I_SCHEME} {token[\'access_token\']}"')
    expect([lintPython(code), formatPython(code)]).toEqual([[], code])
    expect(readOAuthCode(files, yaml).settings.whoAmIScheme).toBe('token')
    expect(written(files, wanted)).toMatchObject({ how: 'same', touched: false })
    expect(source(written(files, asking, { anew: true }).files)).not.toContain('WHO_AM_I_SCHEME')
  })

  test.each([{ whoAmIScheme: 'token' as const }, {}])('is asked by touched code too that did not: %j', (more) => {
    const { files } = written(fresh('datasource'))
    const touched = writeFile(files, python, `${source(files)}\n\nOWN = 1\n`)
    const now = written(touched, { ...asking, ...more })
    expect([now.how, now.touched]).toEqual(['methods', true])
    expect(readOAuthCode(now.files, yaml).settings).toMatchObject({ whoAmIUrl: asking.whoAmIUrl, ...more })
  })

  test('by its userinfo URL where the service has no other', () => {
    const { files } = written(fresh('datasource'), { ...settings, userinfoUrl: 'https://id.example/me' })
    expect(source(files)).toContain('_WHO_AM_I_URL = "https://id.example/me"')
  })

  test.each(['tool', 'trigger'])('is not asked by that of a %s', (kind) => {
    const { files, left } = written(fresh(kind), asking)
    expect(source(files)).not.toMatch(/_profile_of|WHO_AM_I/)
    expect(left.join(' ')).toContain('whose token it is')
  })
})
