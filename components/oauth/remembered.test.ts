import { beforeEach, expect, test } from 'vitest'
import { settingsOf } from '@/lib/oauth/settings'
import { emptyForm } from './playground-form'
import { forgetForm, rememberedForm, rememberForm } from './remembered'

beforeEach(() => localStorage.clear())

const form = {
  ...emptyForm,
  clientSecret: 'canary-secret',
  settings: settingsOf({
    clientId: 'acme',
    tokenUrl: 'https://user:canary-password@example.com/token?api_key=canary-key&version=2',
    authorizationParameters: [{ name: 'access_type', value: 'offline' }],
    tokenParameters: [{ name: 'client_secret', value: 'canary-parameter' }],
    refreshParameters: [{ name: 'refresh_token', value: 'canary-token' }],
    tokenHeaders: [
      { name: 'X-Api-Key', value: 'canary-header' },
      { name: 'Accept-Version', value: '2' },
    ],
  }),
}

test('a browser keeps the form, and nothing of it that is secret', () => {
  rememberForm('page', form)
  expect(JSON.stringify({ ...localStorage })).not.toContain('canary')
  expect(rememberedForm('page')).toMatchObject({
    clientSecret: '',
    settings: {
      clientId: 'acme',
      tokenUrl: 'https://example.com/token?version=2',
      authorizationParameters: [{ name: 'access_type', value: 'offline' }],
      tokenParameters: [{ name: 'client_secret', value: '' }],
      tokenHeaders: [
        { name: 'X-Api-Key', value: '' },
        { name: 'Accept-Version', value: '2' },
      ],
    },
  })
})

test('each plugin has a form of its own, and it can be forgotten', () => {
  rememberForm('one', form)
  expect(rememberedForm('other')).toEqual({})
  forgetForm('one')
  expect(rememberedForm('one')).toEqual({})
})

test.each(['{', '[]', '{"settings":7}'])('what another version kept is left where it cannot be read: %s', (text) => {
  localStorage.setItem('plugwright-oauth-page', text)
  expect(rememberedForm('page')).toEqual({})
})
