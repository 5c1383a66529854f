import { describe, expect, test } from 'vitest'
import { readToken } from '../answer/read-token'
import { answerOf } from '../answer/test-answer'
import { settingsOf } from '../settings'
import type { OAuthKind } from './dify-rules'
import { storedCredentials, type Given } from './stored-credentials'

const now = 1_795_366_933
const secret = (name: string) => ({ name, type: 'secret-input' })
const answer = {
  access_token: 'nb_at_1',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'nb_rt_1',
  account_id: 'acc_5521',
}

function stored(kind: OAuthKind, body: Record<string, unknown>, schema: Given['schema'], part: Partial<Given> = {}) {
  const settings = part.settings ?? settingsOf({})
  const { token } = readToken(settings, answerOf(body), now)
  if (!token) throw new Error('no token')
  return storedCredentials({ kind, schema, settings, token, clientSecret: 's3cret', now, ...part })
}
const rows = ({ keys }: ReturnType<typeof stored>) => keys.map(({ name, stored: how }) => `${name} ${how}`)
const texts = ({ remarks }: ReturnType<typeof stored>) => remarks.map(({ verdict, text }) => `${verdict}: ${text}`)
const both = [secret('access_token'), secret('refresh_token')]

describe('what Dify would store', () => {
  test('is encrypted where it is declared secret-input, and in clear else', () => {
    const view = stored('tool', answer, both)
    expect(rows(view)).toEqual([
      'access_token encrypted',
      'refresh_token encrypted',
      'token_type not-a-credential',
      'expires_in not-a-credential',
      'account_id clear',
    ])
    expect(view).toMatchObject({
      credentials: { access_token: 'nb_at_1', refresh_token: 'nb_rt_1' },
      expiresAt: now + 3600,
      remarks: [],
    })
  })

  test('has the token under the name that the plugin declares', () => {
    const view = stored('tool', { access_token: 'gho_1' }, [secret('access_tokens')])
    expect(view.credentials).toEqual({ access_tokens: 'gho_1' })
    expect(rows(view)).toEqual(['access_tokens encrypted'])
  })

  test('has a token that stands deeper, and not what stands around it', () => {
    const body = { ok: true, authed_user: { access_token: 'xoxp-1', id: 'U1' } }
    const view = stored('tool', body, [secret('access_token')], {
      settings: settingsOf({ tokenPath: 'authed_user.access_token' }),
    })
    expect(view.credentials).toEqual({ access_token: 'xoxp-1' })
    expect(rows(view)).toEqual(['access_token encrypted', 'ok not-a-credential', 'id clear'])
  })

  test.each([undefined, null, ''])('keeps after a refresh what came as %j', (refresh_token) => {
    const before = { access_token: 'old', refresh_token: 'old_r', account_id: 'acc' }
    const view = stored('datasource', { ...answer, refresh_token }, both, { before })
    expect(view.credentials).toEqual({ access_token: 'nb_at_1', refresh_token: 'old_r' })
    expect(view.keys[1]).toMatchObject({ kept: true, stored: 'encrypted' })
    expect(texts(view)).toEqual([])
    const trigger = stored('trigger', { ...answer, refresh_token }, [secret('access_token')], { before })
    expect(trigger.credentials).toEqual({ access_token: 'nb_at_1', refresh_token: 'old_r' })
  })
})

describe('expires_at', () => {
  test.each([
    [{ ...answer, expires_in: '7200' }, -1, now + 7200],
    [{ ...answer, expires_in: undefined }, 3600, now + 3600],
    [{ ...answer, expires_in: -5 }, -1, -1],
    [{ ...answer, expires_in: null }, -1, -1],
  ])('of %j with the lifetime %i of the settings is %i', (body, defaultExpiresIn, expiresAt) => {
    expect(stored('tool', body, both, { settings: settingsOf({ defaultExpiresIn }) }).expiresAt).toBe(expiresAt)
  })
})

describe('it is said', () => {
  test('that the client secret leaks, under its name or another', () => {
    const leak = 'is the client secret: every account would carry it.'
    expect(texts(stored('tool', answer, [...both, secret('client_secret')]))[0]).toContain(leak)
    expect(texts(stored('tool', { ...answer, app: 's3cret' }, both))).toEqual([`fail: app ${leak}`])
  })

  test('that a secret is no text', () => {
    expect(rows(stored('tool', { ...answer, team_token: 12 }, [...both, secret('team_token')]))).toContain(
      'team_token fails',
    )
    expect(rows(stored('tool', { ...answer, team: 12 }, [...both, { name: 'team', type: 'text-input' }]))).toContain(
      'team clear',
    )
  })

  test('that a trigger fails with any value that is no text', () => {
    expect(rows(stored('trigger', { ...answer, team: 12 }, both))).toContain('team fails')
    expect(rows(stored('trigger', { ...answer, team: 12 }, [{ name: 'team', type: 'text-input' }]))).toContain(
      'team fails',
    )
  })

  test('that a token is declared as no secret', () => {
    const schema = [{ name: 'access_token', type: 'text-input' }, secret('refresh_token')]
    expect(texts(stored('tool', answer, schema))).toEqual(['fail: access_token would be stored in clear text.'])
  })

  test('that a refresh token is missing, and what brings it', () => {
    const settings = settingsOf({ authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth' })
    const view = stored('tool', { ...answer, refresh_token: undefined }, both, { settings })
    expect(rows(view)).toContain('refresh_token missing')
    expect(view.remarks[0]).toMatchObject({ verdict: 'fail', remedy: expect.stringContaining('access_type=offline') })
  })

  test('that a refresh token is not declared, or of no use', () => {
    expect(texts(stored('tool', answer, [secret('access_token')]))[0]).toContain(
      'A refresh token came, but it is not declared',
    )
    expect(texts(stored('tool', { ...answer, expires_in: undefined }, both))[0]).toContain('Dify never refreshes')
  })

  test('that expiry is no credential', () => {
    expect(texts(stored('tool', answer, [...both, { name: 'expires_at', type: 'text-input' }]))[0]).toContain(
      'Expiry is no credential',
    )
  })

  test('that nothing came of what is declared', () => {
    expect(texts(stored('tool', answer, []))[0]).toContain('with empty credentials the sign-in fails')
    expect(texts(stored('datasource', { ...answer, refresh_token: undefined, expires_in: undefined }, []))).toEqual([])
  })

  test('that a trigger cannot refresh by a declared refresh token', () => {
    expect(texts(stored('trigger', { ...answer, account_id: undefined, expires_in: undefined }, both))[0]).toContain(
      'dify#37629',
    )
    const undeclared = stored('trigger', { access_token: 'a', refresh_token: 'r', expires_in: 9999 }, [
      secret('access_token'),
    ])
    expect(undeclared.credentials).toEqual({ access_token: 'a', refresh_token: 'r' })
    expect(undeclared.remarks.map(({ verdict }) => verdict)).toEqual(['note'])
    const kept = stored('trigger', { access_token: 'a', expires_in: 9999 }, [secret('access_token')], {
      before: { refresh_token: 'old' },
    })
    expect(kept.credentials).toEqual({ access_token: 'a', refresh_token: 'old' })
  })
})

test('masked values are judged by what is said of them beside', () => {
  const body = { access_token: 'nb_at_1', team_token: '••••••9012', copy: '••••••acme' }
  const schema = [secret('access_token'), secret('team_token'), secret('copy')]
  const view = stored('tool', body, schema, { clientSecret: '', notText: ['team_token'], clientSecretAt: ['copy'] })
  expect(rows(view)).toEqual(['access_token encrypted', 'team_token fails', 'copy encrypted'])
  expect(texts(view)).toContain('fail: copy is the client secret: every account would carry it.')
})
