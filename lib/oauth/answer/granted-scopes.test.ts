import { expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { grantedScopes } from './granted-scopes'
import type { Token } from './read-token'

const granted = (scopes: string[], scope?: string, part: Partial<Token> = {}) =>
  grantedScopes(settingsOf({ scopes }), {
    accessToken: 'a',
    tokenType: 'Bearer',
    values: {},
    ...(scope === undefined ? {} : { scope }),
    ...part,
  })

test.each([
  [['a', 'b'], 'b a', [], [], 'pass'],
  [['repo', 'user'], 'repo,user', [], [], 'pass'],
  [['a', 'b'], 'a', ['b'], [], 'fail'],
  [['a'], 'a c', [], ['c'], 'note'],
  [['a'], '', ['a'], [], 'fail'],
  [['email', 'openid'], 'openid https://www.googleapis.com/auth/userinfo.email', [], [], 'pass'],
  [['Mail.Read'], 'https://graph.microsoft.com/mail.read', [], [], 'pass'],
  [['offline_access', 'a'], 'a', ['offline_access'], [], 'fail'],
])('of %j the answer %j leaves out %j and adds %j', (asked, scope, missing, added, verdict) => {
  expect(granted(asked, scope)).toMatchObject({ missing, added, remark: { verdict } })
})

test('an answer without scopes grants those that were asked for', () => {
  expect(granted(['a'])).toMatchObject({ granted: ['a'], missing: [], remark: { verdict: 'note' } })
})

test('what came shows that its scope was granted', () => {
  expect(granted(['offline_access', 'a'], 'a', { refreshToken: 'r' }).missing).toEqual([])
  expect(granted(['openid', 'a'], 'a', { idToken: 'i' }).missing).toEqual([])
})
