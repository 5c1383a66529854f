import { expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { withoutSecrets } from './without-secrets'

test('what is called after a secret loses its value and is named, all else stays', () => {
  const { settings, left } = withoutSecrets(
    settingsOf({
      clientId: 'acme',
      tokenUrl: 'https://user:canary-password@example.com/token?api_key=canary-key&version=2',
      authorizationParameters: [
        { name: 'token_access_type', value: 'offline' },
        { name: 'api_key', value: 'canary-in-the-open' },
      ],
      tokenParameters: [{ name: 'client_secret', value: 'canary-parameter' }],
      refreshParameters: [{ name: 'assertion', value: '' }],
      tokenHeaders: [
        { name: 'X-Api-Key', value: 'canary-header' },
        { name: 'Notion-Version', value: '2022-06-28' },
      ],
    }),
  )
  expect(left).toEqual(['api_key', 'client_secret', 'X-Api-Key'])
  expect(JSON.stringify(settings)).not.toContain('canary')
  expect(settings).toMatchObject({
    clientId: 'acme',
    tokenUrl: 'https://example.com/token?version=2',
    authorizationParameters: [
      { name: 'token_access_type', value: 'offline' },
      { name: 'api_key', value: '' },
    ],
    tokenHeaders: [
      { name: 'X-Api-Key', value: '' },
      { name: 'Notion-Version', value: '2022-06-28' },
    ],
  })
})

test('an address without a secret stays as it was typed', () => {
  const settings = settingsOf({ tokenUrl: 'https://example.com/{tenant}/token?code_style=a' })
  expect(withoutSecrets(settings)).toEqual({ settings, left: [] })
})
