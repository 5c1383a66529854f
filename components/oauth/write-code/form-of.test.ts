import { expect, test } from 'vitest'
import { settingsOf } from '@/lib/oauth/settings'
import { emptyForm } from '../playground-form'
import { filled } from './form-of'

test('nothing of the service before stays, nor its client', () => {
  const settings = settingsOf({
    clientId: 'first-client',
    tokenUrl: 'https://first.example/token',
    revocationUrl: 'https://first.example/revoke',
  })
  const form = filled(
    { ...emptyForm, presetId: 'spotify', settings, clientSecret: 'first-secret' },
    { tokenUrl: 'https://second.example/token' },
  )
  expect(JSON.stringify(form)).not.toContain('first')
  expect(form.settings.tokenUrl).toBe('https://second.example/token')
  expect(form.presetId).toBe('generic-oauth2')
})
