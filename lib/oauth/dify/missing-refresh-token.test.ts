import { expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { refreshTokenRemedy } from './missing-refresh-token'

test.each([
  ['https://accounts.google.com/o/oauth2/v2/auth', 'access_type=offline'],
  ['https://login.microsoftonline.com/common/oauth2/v2.0/authorize', 'offline_access'],
  ['https://www.dropbox.com/oauth2/authorize', 'token_access_type=offline'],
  ['https://api.typeform.com/oauth/authorize', 'scope offline.'],
  ['https://auth.atlassian.com/authorize', 'offline_access'],
  ['https://accounts.google.com.evil.example/', 'Most servers'],
  ['', 'Most servers'],
])('at %s: %s', (authorizationUrl, remedy) => {
  expect(refreshTokenRemedy(settingsOf({ authorizationUrl }))).toContain(remedy)
})

test('where the scope was sent, the client lacks the grant', () => {
  expect(refreshTokenRemedy(settingsOf({ scopes: ['offline_access'] }))).toContain('grant is allowed')
})
