import { expect, test } from 'vitest'
import { settingsOf } from '@/lib/oauth/settings'
import { codeSettings } from './code-settings'

test('no value of a secret goes into code, and what has to be done instead is said', () => {
  const headers = [
    { name: 'X-Api-Key', value: 'canary' },
    { name: 'Notion-Version', value: '2022-06-28' },
  ]
  const { settings, left } = codeSettings(settingsOf({ tokenHeaders: headers }))
  expect(settings.tokenHeaders).toEqual(headers.slice(1))
  expect(left).toEqual([expect.stringMatching(/^`X-Api-Key` is left out.*`client_schema`/)])
  expect(codeSettings(settingsOf({ tokenHeaders: headers.slice(1) })).left).toEqual([])
})

test('an extra parameter that is called after a secret is not sent empty, be it that a browser forgot its value', () => {
  const { settings, left } = codeSettings(settingsOf({ tokenParameters: [{ name: 'api_key', value: '' }] }))
  expect(settings.tokenParameters).toEqual([])
  expect(left).toEqual([expect.stringMatching(/^`api_key` is left out/)])
})
