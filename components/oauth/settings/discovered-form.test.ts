import { expect, test } from 'vitest'
import { settingsOf } from '@/lib/oauth/settings'
import { emptyForm } from '../playground-form'
import { discoveredForm } from './discovered-form'

const before = {
  ...emptyForm,
  presetId: 'generic-oidc',
  settings: settingsOf({
    clientId: 'first-client',
    tokenUrl: 'https://first.example/token',
    revocationUrl: 'https://first.example/revoke',
    whoAmIUrl: 'https://first.example/me',
  }),
  clientSecret: 'first-secret',
}

test('another server leaves nothing of the first: no address, no client, no secret', () => {
  const form = discoveredForm(before, { issuer: 'https://second.example', tokenUrl: 'https://second.example/token' })
  expect(JSON.stringify(form)).not.toContain('first')
  expect(form.settings.tokenUrl).toBe('https://second.example/token')
  expect(form.presetId).toBe('generic-oidc')
})

test('another server is none of the preset that was chosen', () => {
  const spotify = { ...before, presetId: 'spotify' }
  expect(discoveredForm(spotify, { tokenUrl: 'https://second.example/token' }).presetId).toBe('generic-oauth2')
  expect(discoveredForm(spotify, { tokenUrl: 'https://accounts.spotify.com/api/token' }).presetId).toBe('spotify')
})

test('the same server keeps the client, and addresses that it does not name are emptied', () => {
  const form = discoveredForm(before, { issuer: 'https://first.example', tokenUrl: 'https://first.example/v2/token' })
  expect(form.clientSecret).toBe('first-secret')
  expect(form.settings).toMatchObject({ clientId: 'first-client', revocationUrl: '' })
})
