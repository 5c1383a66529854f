import { describe, expect, test } from 'vitest'
import { settingsOf } from './settings'
import { fillIn, filledSettings, variablesIn } from './variables'

describe('variables of an address', () => {
  test('are named once each', () => {
    const settings = settingsOf({
      authorizationUrl: 'https://{login}/{tenant}/authorize',
      tokenUrl: 'https://{login}/{tenant}/token',
    })
    expect(variablesIn(settings)).toEqual(['login', 'tenant'])
  })

  test('are filled in', () => {
    expect(fillIn('https://{subdomain}.zendesk.com/oauth/tokens', { subdomain: 'acme' })).toEqual({
      ok: true,
      url: 'https://acme.zendesk.com/oauth/tokens',
    })
    expect(fillIn('{gitlab_url}/oauth/token', { gitlab_url: 'https://git.acme.com/' })).toEqual({
      ok: true,
      url: 'https://git.acme.com/oauth/token',
    })
  })

  test.each([
    ['https://{subdomain}.zendesk.com', 'acme.evil.com/'],
    ['https://{subdomain}.zendesk.com', 'evil.com#'],
    ['https://{subdomain}.zendesk.com', 'a@evil.com:'],
    ['https://{account}.snowflakecomputing.com', 'a.b.c.d.e'],
    ['https://{account}.snowflakecomputing.com', 'a/b'],
    ['https://login.microsoftonline.com/{tenant}', '../common'],
    ['https://{login}/common', 'evil.com'],
    ['{gitlab_url}/oauth/token', 'javascript:alert(1)'],
    ['https://{subdomain}.zendesk.com', ''],
  ])('refuses in %s the value %j', (url, value) => {
    const [variable = ''] = variablesIn(settingsOf({ tokenUrl: url }))
    expect(fillIn(url, { [variable]: value })).toMatchObject({ ok: false, variable })
  })

  test('of settings are filled in everywhere, or the first that cannot be is named', () => {
    const settings = settingsOf({ authorizationUrl: 'https://a.com/{tenant}', whoAmIUrl: 'https://a.com/{account}/me' })
    expect(filledSettings({ ...settings, variables: { tenant: 'common' } })).toMatchObject({ variable: 'account' })
    expect(filledSettings({ ...settings, variables: { tenant: 'common', account: 'x' } })).toMatchObject({
      ok: true,
      settings: { authorizationUrl: 'https://a.com/common', whoAmIUrl: 'https://a.com/x/me' },
    })
  })
})
