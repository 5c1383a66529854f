import { expect, test } from 'vitest'
import { compareRefresh } from './compare-refresh'

const token = { tokenType: 'Bearer', values: {} }
const before = { accessToken: 'a1', refreshToken: 'r1' }

test.each([
  [
    { accessToken: 'a2', refreshToken: 'r2' },
    'r2',
    true,
    ['A new refresh token came: the old one is spent, or will be soon.'],
  ],
  [{ accessToken: 'a2', refreshToken: 'r1' }, 'r1', false, ['The same refresh token came again.']],
  [{ accessToken: 'a2' }, 'r1', false, ['No refresh token came: the old one stays good.']],
])('after %j the refresh token is %s, rotated: %s', (part, refreshToken, rotated, texts) => {
  const refreshed = compareRefresh(before, { ...token, ...part })
  expect(refreshed).toMatchObject({ refreshToken, rotated })
  expect(refreshed.remarks.map(({ text }) => text)).toEqual(texts)
})

test('an access token that is still the same is told', () => {
  expect(compareRefresh(before, { ...token, accessToken: 'a1' }).remarks[0]?.text).toContain('the same as before')
})
