import { expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { maskedSettings, secretsOfSettings } from './mask-settings'

const settings = settingsOf({
  tokenUrl: 'https://id.example/token?api_key=key-of-the-address&tenant=acme',
  authorizationParameters: [{ name: 'prompt', value: 'consent' }],
  tokenParameters: [
    { name: 'client_assertion', value: 'assertion-of-the-client' },
    { name: 'note', value: 'repeats the-client-secret' },
  ],
  refreshParameters: [{ name: 'clientSecret', value: 'the-other-secret' }],
  tokenHeaders: [
    { name: 'X-Api-Key', value: 'Token key-of-the-header' },
    { name: 'Notion-Version', value: '2022-06-28' },
  ],
})

test('what is called after a secret is masked, and a known one wherever it stands', () => {
  const masked = maskedSettings(settings, ['the-client-secret'])
  const text = JSON.stringify(masked)
  for (const secret of ['key-of-the', 'assertion-of', 'the-other', 'the-client-secret'])
    expect(text).not.toContain(secret)
  for (const kept of ['tenant=acme', 'consent', '2022-06-28']) expect(text).toContain(kept)
  expect(maskedSettings(masked)).toEqual(masked)
})

test('what is secret in settings is known', () => {
  expect(secretsOfSettings(settings)).toEqual([
    'assertion-of-the-client',
    'the-other-secret',
    'key-of-the-address',
    'Token key-of-the-header',
    'key-of-the-header',
  ])
})
