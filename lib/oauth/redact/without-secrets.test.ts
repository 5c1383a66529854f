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

test.each([
  ['{gitlab_url}/oauth/token?client_secret=canary', '{gitlab_url}/oauth/token', ['client_secret']],
  ['https://id.example/{tenant}/token?api_key=canary&v=2#a', 'https://id.example/{tenant}/token?v=2#a', ['api_key']],
  ['https://me:canary@id.example/{tenant}/token', 'https://id.example/{tenant}/token', []],
  [' https:\\\\me:canary@id.example/token', ' https:\\\\id.example/token', []],
])('an address with a variable loses its secret alone: %s', (tokenUrl, kept, left) => {
  expect(withoutSecrets(settingsOf({ tokenUrl }))).toEqual({ settings: settingsOf({ tokenUrl: kept }), left })
})

test('an address without a secret stays as it was typed', () => {
  const settings = settingsOf({ tokenUrl: 'https://example.com/{tenant}/token?code_style=a' })
  expect(withoutSecrets(settings)).toEqual({ settings, left: [] })
})
