import { expect, test } from 'vitest'
import { opaqueValues } from './opaque-values'

const one = '4kQx82LmZp0r7Qe2'
const two = 'mV3-x9_TtB71cDwK'

test.each([
  ['JSON under names of its own', JSON.stringify({ access: one, login_data: { s: two } })],
  ['a list', JSON.stringify({ data: [one, { value: two }] })],
  ['a list alone', JSON.stringify([one, two])],
  ['XML', `<?xml version="1.0"?><r><access_token>${one}</access_token><ns:T a="b"><![CDATA[${two}]]></ns:T></r>`],
  ['JSON under names that begin or end like harmless ones', JSON.stringify({ at: one, subscriptionKey: two })],
  ['a form', `access=${one}&refresh=${two}&scope=repo.read.write.2`],
])('what looks like a token is one in %s', (_, text) => {
  expect(opaqueValues(text)).toEqual([one, two])
})

test('a text may be nothing but a token, and a name is enough for a short one', () => {
  expect(opaqueValues(`${one}\n`)).toEqual([one])
  expect(opaqueValues('{"session":"ab12","refresh_token":12345}')).toEqual(['ab12', '12345'])
})

test.each([
  {
    token_type: 'urn:ietf:params:oauth:2',
    scope: 'https://www.googleapis.com/auth/drive.readonly',
    expires_in: 12345678901234567890,
    created_at: '1795366933000000000',
  },
  { error: 'AADSTS90102abcdefghij', error_description: 'a1b2c3d4e5f6g7h8i9', error_uri: 'https://a.com/1234567890' },
  {
    workspace_id: 'e202ab08-7a5e-4c3e-b5c7-aabbccddeeff',
    botId: 'B0123456789ABCDEFG',
    sub: 'auth0|5f7c8ec7c33c6c004b',
  },
  {
    api: 'https://eu-1.api.example/v2',
    when: '2026-11-27T16:47:44Z',
    plan: 'a-plan-with-a-long-name',
    words: 'to be 1',
  },
  { code: 'InvalidClientException', zeros: '00000000000000000000' },
])('what says how or whose is none: %j', (body) => {
  expect(opaqueValues(JSON.stringify(body))).toEqual([])
})
