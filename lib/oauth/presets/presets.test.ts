import { describe, expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { fillIn, variablesIn } from '../variables'
import { presets } from './presets'

describe('presets', () => {
  test('have ids and labels of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length)
    expect(new Set(presets.map(({ label }) => label)).size).toBe(presets.length)
  })

  test.each(presets.map((preset) => [preset.id, preset] as const))('%s is whole', (_, preset) => {
    const settings = settingsOf(preset.settings)
    const asked = (preset.variables ?? []).map(({ name }) => name)
    expect(variablesIn(settings).toSorted()).toEqual(asked.toSorted())
    const examples = { tenant: 'common', subdomain: 'acme', account: 'myorg-account123', ...settings.variables }
    const urls = [
      settings.authorizationUrl,
      settings.tokenUrl,
      settings.revocationUrl,
      settings.whoAmIUrl,
      preset.registerUrl ?? '',
      preset.docsUrl ?? '',
    ].filter(Boolean)
    for (const url of urls) {
      const filled = fillIn(url, examples)
      expect(filled).toMatchObject({ ok: true })
      expect(filled.ok && new URL(filled.url).protocol).toBe('https:')
    }
    if (!['generic-oauth2', 'generic-oidc', 'client-credentials'].includes(preset.id)) {
      expect(settings.authorizationUrl).not.toBe('')
      expect(settings.tokenUrl).not.toBe('')
      expect(preset.docsUrl).toBeDefined()
    }
  })

  test('hold no client', () => {
    for (const { settings } of presets) expect(settings.clientId ?? '').toBe('')
  })

  test('that say a refresh token needs a parameter send it', () => {
    for (const preset of presets.filter(({ refresh }) => refresh === 'needs-offline-parameter'))
      expect(preset.settings.authorizationParameters?.map(({ value }) => value)).toContain('offline')
  })
})
