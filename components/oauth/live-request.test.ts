import { expect, test } from 'vitest'
import { settingsOf } from '@/lib/oauth/settings'
import { lendsSecret, liveRequest } from './live-request'
import { flowWith } from './test-flow'

const redirectUri = 'http://localhost:3000/oauth/callback'
const { settings } = flowWith()

test('is the request of the flow while the settings are those with which it began', () => {
  expect(liveRequest(settings, redirectUri, flowWith())).toMatchObject({ ok: true, opened: true })
  const other = liveRequest({ ...settings, scopes: ['read'] }, redirectUri, flowWith())
  expect(other).toMatchObject({ ok: true, opened: false })
  expect(JSON.stringify(other)).not.toContain('the-real-state')
})

test('says what it lacks where it cannot be built', () => {
  expect(liveRequest(settingsOf({}), redirectUri)).toMatchObject({ ok: false })
  const tenant = settingsOf({ authorizationUrl: 'https://example.com/{tenant}/authorize' })
  expect(liveRequest(tenant, redirectUri)).toEqual({ ok: false, reason: 'Fill in tenant: the address needs it.' })
})

test('the secret of the last flow stands for the same client of the same server only', () => {
  expect(lendsSecret({ ...settings, scopes: ['read'] }, flowWith())).toBe(true)
  expect(lendsSecret({ ...settings, clientId: 'other' }, flowWith())).toBe(false)
  expect(lendsSecret({ ...settings, tokenUrl: 'https://evil.example/token' }, flowWith())).toBe(false)
  expect(lendsSecret(settings, flowWith({ clientSecret: '' }))).toBe(false)
})
