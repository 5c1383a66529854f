import { describe, expect, it, test } from 'vitest'
import { checkPlugin } from '../check'
import { textOf, writeFile, type Files } from '../files'
import { caught, exchange, fresh, google, microsoft, python, signIn, yaml, type Parts } from './sample-sign-in'

const said = (files: Files) =>
  checkPlugin(files)
    .filter(({ rule }) => rule.startsWith('oa'))
    .map(({ rule, severity, gates }) => {
      expect([severity, gates]).toEqual(['advice', []])
      return rule
    })

const query = (text: string) => ({ query: text })

test.each(['tool', 'datasource', 'trigger'])('what we write for a %s has nothing against it', (kind) => {
  expect(said(fresh(kind))).toEqual([])
})

it('has nothing against a sign-in without fault', () => {
  expect(said(signIn())).toEqual([])
})

const dict = '{"client_id": a, "redirect_uri": b'

describe.each<[string, [string, Partial<Parts>][], [string, Partial<Parts>][]]>([
  [
    'oa-01-duration',
    [
      ['the answer’s own', exchange('return ToolOAuthCredentials(credentials={}, expires_at=token["expires_in"])')],
      [
        'the answer’s own as a number',
        exchange('return ToolOAuthCredentials(credentials={}, expires_at=int(token.get("expires_in", 3600)))'),
      ],
      ['a number', exchange('return ToolOAuthCredentials(credentials={}, expires_at=3600)')],
      [
        'a name for it',
        exchange('end = token.get("expires_in")\n        return ToolOAuthCredentials(credentials={}, expires_at=end)'),
      ],
    ],
    [
      [
        'a second of the clock',
        exchange('return ToolOAuthCredentials(credentials={}, expires_at=now() + token["expires_in"])'),
      ],
      ['a second from elsewhere', exchange('return ToolOAuthCredentials(credentials={}, expires_at=self._end(token))')],
      ['for ever', exchange('return ToolOAuthCredentials(credentials={}, expires_at=-1)')],
      [
        'a name that is given twice',
        exchange(
          'end = token.get("expires_in")\n        end = now + end\n        return ToolOAuthCredentials(credentials={}, expires_at=end)',
        ),
      ],
    ],
  ],
  [
    'oa-02-expires-in',
    [['the wrong name', exchange('return ToolOAuthCredentials(credentials={}, expires_in=5)')]],
    [['another class', exchange('return Token(credentials={}, expires_in=5)')]],
  ],
  [
    'oa-03-refresh-expiry',
    [['no end', { refresh: '        return ToolOAuthCredentials(credentials=self._new())\n' }]],
    [
      ['no end where the person signs in', exchange('return ToolOAuthCredentials(credentials=self._new())')],
      ['what is spread', { refresh: '        return ToolOAuthCredentials(credentials=self._new(), **more)\n' }],
    ],
  ],
  [
    'oa-04-undeclared',
    [
      ['another key', exchange('return ToolOAuthCredentials(credentials={"login": 1}, expires_at=-1)')],
      [
        'a key under a name',
        exchange('found = {"login": 1}\n        return ToolOAuthCredentials(credentials=found, expires_at=-1)'),
      ],
    ],
    [
      ['a declared key', exchange('return ToolOAuthCredentials(credentials={"refresh_token": 1}, expires_at=-1)')],
      [
        'keys that are computed',
        exchange('return ToolOAuthCredentials(credentials={**token, "login": 1}, expires_at=-1)'),
      ],
    ],
  ],
  [
    'oa-05-client-secret',
    [['it is returned', exchange('return ToolOAuthCredentials(credentials={"client_secret": s}, expires_at=-1)')]],
    [['it is sent', exchange('requests.post(URL, data={"client_secret": s}, timeout=5)')]],
  ],
  [
    'oa-06-state',
    [['none', query(`${dict}}`)]],
    [
      ['one that comes later', { query: `${dict}}\n        query["state"] = self._state()` }],
      ['a query that is made elsewhere', query('self._query(redirect_uri)')],
    ],
  ],
  [
    'oa-07-state-unread',
    [
      [
        'nobody reads it',
        { exchange: '        return self._token(request.args["code"])\n', refresh: '        return self._token()\n' },
      ],
    ],
    [
      [
        'another method reads it',
        {
          exchange: '        return self._token(request)\n',
          head: '    def _token(self, request):\n        assert request.args["state"]\n\n',
        },
      ],
    ],
  ],
  [
    'oa-08-constant-verifier',
    [['a text', query(`${dict}, "state": s, "code_challenge": "challenge", "code_challenge_method": "plain"}`)]],
    [
      [
        'one that is made',
        query(`${dict}, "state": s, "code_challenge": verifier(), "code_challenge_method": "plain"}`),
      ],
      ['S256', query(`${dict}, "state": s, "code_challenge": "challenge", "code_challenge_method": "S256"}`)],
    ],
  ],
  [
    'oa-09-refresh',
    [
      ['none', { refresh: '' }],
      [
        'one that gives back what it got',
        {
          refresh:
            '        """Nothing."""\n        return ToolOAuthCredentials(credentials=credentials, expires_at=-1)\n',
        },
      ],
      ['one that raises', { refresh: '        raise NotImplementedError\n' }],
    ],
    [
      ['one that another method does', { refresh: '        return self._new(credentials)\n' }],
      [
        'two lines',
        {
          refresh:
            '        token = new(credentials)\n        return ToolOAuthCredentials(credentials=token, expires_at=-1)\n',
        },
      ],
    ],
  ],
  [
    'oa-10-public-method',
    [
      [
        'without underscore',
        { head: '    def oauth_refresh_credentials(self, a, b, c):\n        return self._new()\n\n' },
      ],
    ],
    [['another name', { head: '    def oauth_get_user(self):\n        return self._new()\n\n' }]],
  ],
  [
    'oa-11-offline',
    [
      ['Google without access_type', { head: google }],
      ['Microsoft without offline_access', { head: microsoft('organizations', '').replace('offline_access', '') }],
    ],
    [
      ['Google with it', { head: google, query: `${dict}, "state": s, "access_type": "offline"}` }],
      ['another service', { head: google.replace('accounts.google.com', 'accounts.example') }],
    ],
  ],
  [
    'oa-12-tenant',
    [['work scopes', { head: microsoft('common', 'Sites.Read.All') }]],
    [
      ['personal scopes', { head: microsoft('common', 'Files.Read') }],
      ['another tenant', { head: microsoft('organizations', 'Sites.Read.All') }],
    ],
  ],
  [
    'oa-14-told-exception',
    [
      ['its text', caught('str(exc)')],
      ['its text in another', caught('f"failed: {exc}"')],
    ],
    [
      ['its class', caught('type(exc).__name__')],
      ['the text of one that holds no answer', caught('str(exc)', 'KeyError')],
    ],
  ],
])('%s', (rule, hits, misses) => {
  test.each(hits)('is said of %s', (_, parts) => {
    expect(said(signIn(parts))).toEqual([rule])
  })
  test.each(misses)('is not said of %s', (_, parts) => {
    expect(said(signIn(parts))).toEqual([])
  })
})

it('declares an undeclared key', () => {
  const files = signIn(exchange('return ToolOAuthCredentials(credentials={"user_token": 1}, expires_at=-1)'))
  const fix = checkPlugin(files).find(({ rule }) => rule === 'oa-04-undeclared')?.fix
  const fixed = fix?.apply(files) ?? files
  expect(fix?.title).toBe('Declare user_token')
  expect(textOf(fixed, 'provider/nimbra.yaml')).toContain(
    '    - name: user_token\n      type: secret-input\n      label:\n        en_US: User Token\n',
  )
  expect(said(fixed)).toEqual([])
})

it('knows that a trigger keeps its refresh token undeclared', () => {
  const text = textOf(signIn(), python)?.replaceAll('ToolOAuthCredentials', 'TriggerOAuthCredentials') ?? ''
  expect(said(writeFile(fresh('trigger'), python, text))).toEqual([])
})

const withYaml = (change: (text: string) => string) =>
  writeFile(fresh('tool'), yaml, change(textOf(fresh('tool'), yaml) ?? ''))

it('finds a client secret among the tokens', () => {
  const files = withYaml((text) =>
    text.replace(
      '    - name: refresh_token',
      '    - name: client_secret\n      type: secret-input\n      label:\n        en_US: S\n    - name: refresh_token',
    ),
  )
  expect(said(files)).toEqual(['oa-05-client-secret'])
  const fixed =
    checkPlugin(files)
      .find(({ rule }) => rule === 'oa-05-client-secret')
      ?.fix?.apply(files) ?? files
  expect(textOf(fixed, yaml)).toBe(textOf(fresh('tool'), yaml))
})

it('OA-13: a client field without a label is an error of the SDK', () => {
  const files = withYaml((text) => text.replace('      label:\n        en_US: Client ID\n', ''))
  const errors = checkPlugin(files).filter(({ severity }) => severity === 'error')
  expect(errors).toMatchObject([{ file: yaml, path: ['oauth_schema', 'client_schema', 0, 'label'] }])
  expect(errors[0]?.gates).toContain('G5')
  const fixed = errors[0]?.fix?.apply(files) ?? files
  expect(textOf(fixed, yaml)).toContain('required: true\n      label:\n        en_US: Client Id\n')
  expect(checkPlugin(fixed)).toEqual(checkPlugin(fresh('tool')))
})

it('declares what the code reads of a client that nobody can fill in', () => {
  const reads = '        tenant = system_credentials.get("tenant") or system_credentials["tenant"]\n'
  const files = signIn({ ...exchange('return self._token(tenant)', `${reads}        assert request.args["state"]\n`) })
  expect(said(files)).toEqual(['oauth-client-undeclared'])
  const fixed =
    checkPlugin(files)
      .find(({ rule }) => rule === 'oauth-client-undeclared')
      ?.fix?.apply(files) ?? files
  expect(textOf(fixed, yaml)).toContain(
    '    - name: tenant\n      type: text-input\n      label:\n        en_US: Tenant\n',
  )
  expect(said(fixed)).toEqual([])
})
