import { expect, test } from 'vitest'
import { checkPlugin } from '../check'
import { textOf, writeFile, type Files } from '../files'
import { lintPython } from '../python/test-ruff'
import { caught, exchange, fresh, google, microsoft, python, signIn, yaml, type Parts } from './sample-sign-in'

const rulesOf = (files: Files) => checkPlugin(files).map(({ rule }) => rule)
const fixOf = (files: Files, rule: string) => checkPlugin(files).find((each) => each.rule === rule)?.fix
const source = (files: Files) => textOf(files, python) ?? ''

test.each<[string, Partial<Parts>, string]>([
  [
    'oa-01-duration',
    exchange('return ToolOAuthCredentials(credentials={}, expires_at=token["expires_in"])'),
    'expires_at=int(time.time()) + int(token["expires_in"])',
  ],
  [
    'oa-01-duration',
    exchange('return ToolOAuthCredentials(credentials={}, expires_at=int(token.get("expires_in", 3600)))'),
    'expires_at=int(time.time()) + int(token.get("expires_in", 3600))',
  ],
  [
    'oa-01-duration',
    exchange('return ToolOAuthCredentials(credentials={}, expires_at=3600)'),
    'expires_at=int(time.time()) + 3600',
  ],
  [
    'oa-02-expires-in',
    exchange('return ToolOAuthCredentials(credentials={}, expires_in=token["expires_in"])'),
    'expires_at=int(time.time()) + int(token["expires_in"])',
  ],
  [
    'oa-05-client-secret',
    exchange('return ToolOAuthCredentials(credentials={"access_token": t, "client_secret": s}, expires_at=-1)'),
    'credentials={"access_token": t}, expires_at=-1',
  ],
  [
    'oa-05-client-secret',
    exchange('return ToolOAuthCredentials(credentials={"client_secret": s, "access_token": t}, expires_at=-1)'),
    'credentials={"access_token": t}, expires_at=-1',
  ],
  [
    'oa-10-public-method',
    { head: '    def oauth_refresh_credentials(self, a, b, c):\n        return self._new()\n\n', refresh: '' },
    'def _oauth_refresh_credentials(self, a, b, c):',
  ],
  ['oa-11-offline', { head: google }, '"scope": "read", "access_type": "offline"}'],
  ['oa-12-tenant', { head: microsoft('common', 'Sites.Read.All') }, 'login.microsoftonline.com/organizations/oauth2'],
  ['oa-14-told-exception', caught('f"failed: {exc}"'), 'f"failed: {type(exc).__name__}"'],
  ['oa-14-told-exception', caught('str(exc)'), 'raise ToolProviderOAuthError(type(exc).__name__)'],
])('the fix of %s writes what was meant', (rule, parts, now) => {
  const files = signIn(parts)
  const fixed = fixOf(files, rule)?.apply(files) ?? files
  expect(source(fixed)).toContain(now)
  expect(rulesOf(fixed)).not.toContain(rule)
  if (now.includes('time.time()')) expect(source(fixed)).toMatch(/^import time$/m)
})

test('a fix changes nothing in a file that is another by now', () => {
  const files = signIn({ head: google })
  const fix = fixOf(files, 'oa-11-offline')
  const other = writeFile(files, python, '# another\n')
  expect(fix?.apply(other)).toBe(other)
})

test('a fix takes an entry out with its line', () => {
  const files = signIn(
    exchange(
      'return ToolOAuthCredentials(\n            credentials={\n                "client_secret": s,\n                "access_token": t,\n            },\n            expires_at=-1,\n        )',
    ),
  )
  const fix = fixOf(files, 'oa-05-client-secret')
  expect(source(fix?.apply(files) ?? files)).toContain(
    'credentials={\n                "access_token": t,\n            },',
  )
})

test('no fix is offered where it needs a name that means something else', () => {
  const files = signIn(exchange('return ToolOAuthCredentials(credentials={}, expires_at=3600)'))
  expect(fixOf(files, 'oa-01-duration')).toBeDefined()
  const other = writeFile(files, python, `from time import time\n\n\n${source(files)}`)
  expect(rulesOf(other)).toContain('oa-01-duration')
  expect(fixOf(other, 'oa-01-duration')).toBeUndefined()
})

/** As others write it: typed, formatted, and with the faults that a fix can mend. */
const foreign = `import time
from urllib.parse import urlencode
from uuid import uuid4

import requests
from dify_plugin import ToolProvider
from dify_plugin.entities.oauth import ToolOAuthCredentials


class Nimbra(ToolProvider):
    def _oauth_get_authorization_url(self, redirect_uri, system_credentials):
        state = str(uuid4())
        query = {
            "client_id": system_credentials["client_id"],
            "redirect_uri": redirect_uri,
            "state": state,
            "code_challenge": "challenge",
            "code_challenge_method": "plain",
        }
        return f"https://nimbra.example/authorize?{urlencode(query)}"

    def _oauth_get_credentials(self, redirect_uri, system_credentials, request):
        """Exchanges the code."""
        data = {"code": request.args["code"], "code_verifier": "challenge"}
        token = requests.post("https://nimbra.example/token", data=data, timeout=9).json()
        return ToolOAuthCredentials(
            credentials={"access_token": token["access_token"]},
            expires_at=int(time.time()) + token["expires_in"],
        )

    def _oauth_refresh_credentials(self, redirect_uri, system_credentials, credentials):
        data = {"refresh_token": credentials["refresh_token"]}
        token = requests.post("https://nimbra.example/token", data=data, timeout=9).json()
        return ToolOAuthCredentials(
            credentials={"access_token": token["access_token"]},
        )
`
/** The same, with its state compared. */
const comparing = foreign.replace(
  '        data = {"code"',
  '        self._compare(request.args["state"])\n        data = {"code"',
)
const withSource = (text: string) => writeFile(fresh('tool'), python, text)

test('what others write is mended fix by fix, and is clean then', () => {
  let files = withSource(foreign)
  const oauth = () => rulesOf(files).filter((rule) => rule.startsWith('oa'))
  const faults = ['oa-03-refresh-expiry', 'oa-07-state-unread', 'oa-08-constant-verifier']
  expect(oauth().toSorted()).toEqual(faults)
  // its verifier comes of the state, which nobody compares yet
  expect(fixOf(files, 'oa-08-constant-verifier')).toBeUndefined()
  for (const rule of faults) files = fixOf(files, rule)?.apply(files) ?? files
  expect(oauth()).toEqual([])
  expect(lintPython(source(files))).toEqual([])
  expect(source(files)).not.toContain('uuid')
  expect(source(files)).toContain('        state = _new_state(system_credentials["client_secret"], redirect_uri)\n')
  expect(source(files)).toContain(
    `        """Exchanges the code."""
        if not _is_own_state(
            request.args.get("state", ""), system_credentials["client_secret"], redirect_uri
        ):
            raise ToolProviderOAuthError(
                "This answers no sign-in that began here in the last ten minutes."
            )
`,
  )
  expect(source(files).match(/^def _signed/gm)).toHaveLength(1)
})

test('a state is sent where there was none', () => {
  const files = withSource(
    foreign.replace('        state = str(uuid4())\n', '').replace('            "state": state,\n', ''),
  )
  const fixed = fixOf(files, 'oa-06-state')?.apply(files) ?? files
  expect(rulesOf(fixed).filter((rule) => /oa-0[67]/.test(rule))).toEqual([])
  expect(source(fixed)).toContain('"state": _new_state(system_credentials["client_secret"], redirect_uri)')
  expect(source(fixed)).toContain('if not _is_own_state(')
})

test.each<[string, string, (text: string) => string]>([
  [
    'the refresh has no such token',
    'oa-03',
    (text) => text.replace(/token = (.*\n.*\n.*access_token": )token(.*\n +\)\n)$/, 'fresh = $1fresh$2'),
  ],
  [
    'the exchange gets its token in another way',
    'oa-03',
    (text) => text.replace('token = requests.post', 'token = self._ask'),
  ],
  [
    'the end comes from the request',
    'oa-03',
    (text) => text.replace('token["expires_in"]', 'int(request.args["left"])'),
  ],
  ['the end comes from a loop', 'oa-03', (text) => text.replace('token["expires_in"]', 'left')],
  ['a name of the file is in the way', 'oa-07', (text) => `${text}\n\ndef _signed():\n    pass\n`],
  ['a module of the file is in the way', 'oa-07', (text) => `import secrets as base64\n${text}`],
  [
    'the method takes other things',
    'oa-07',
    (text) => text.replace('system_credentials, request)', 'client, *more, request)'),
  ],
  [
    'the state is given twice',
    'oa-07',
    (text) => text.replace('        query = {', '        state = state.upper()\n        query = {'),
  ],
  [
    'the verifier is another text',
    'oa-08',
    (text) => text.replace('"code_verifier": "challenge"', '"code_verifier": "another"'),
  ],
  ['no state is kept in a name', 'oa-08', (text) => text.replace('"state": state', '"state": str(uuid4())')],
])('nothing is offered where %s', (_, rule, change) => {
  const before = rule === 'oa-08' ? comparing : foreign
  expect(checkPlugin(withSource(before)).find((each) => each.rule.startsWith(rule))?.fix).toBeDefined()
  const files = withSource(change(before))
  expect(source(files)).not.toBe(before)
  const found = checkPlugin(files).find((each) => each.rule.startsWith(rule))
  expect(found).toBeDefined()
  expect(found?.fix).toBeUndefined()
})

test('a state is signed by no secret that the client form does not ask for', () => {
  const files = withSource(foreign)
  const unasked = writeFile(files, yaml, (textOf(files, yaml) ?? '').replace('- name: client_secret', '- name: key'))
  expect(fixOf(unasked, 'oa-07-state-unread')).toBeUndefined()
})
