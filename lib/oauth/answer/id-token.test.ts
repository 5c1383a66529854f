import { describe, expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { checkIdToken, decodedJwt } from './id-token'
import { jwtOf } from './test-jwt'

const now = 1_795_366_933
const settings = settingsOf({ issuer: 'https://nimbra.example', clientId: 'id' })
const claims = { iss: 'https://nimbra.example', aud: 'id', exp: now + 300, iat: now, sub: 'Zoë', nonce: 'n' }
const verdicts = (token: string, given: { nonce?: string } = { nonce: 'n' }, own = settings) =>
  checkIdToken(own, token, { now, ...given }).remarks.map(({ verdict, text }) => `${verdict}: ${text}`)

test('an ID token is decoded and checked, all but its signature', () => {
  const checked = checkIdToken(settings, jwtOf(claims), { now, nonce: 'n' })
  expect(checked.claims).toEqual(claims)
  expect(checked.remarks.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass', 'pass', 'note'])
  expect(checked.remarks.at(-1)?.text).toContain('Signature not checked')
})

test.each([
  [
    { iss: 'https://nimbra.example/' },
    'fail: The id_token is by https://nimbra.example/, the settings say https://nimbra.example.',
  ],
  [{ iss: undefined }, 'fail: The id_token has no issuer (iss).'],
  [{ aud: 'other' }, 'fail: The id_token is for other (aud), not for this client.'],
  [{ aud: ['id', 'api'], azp: 'other' }, 'fail: Another client asked for this id_token (azp).'],
  [{ exp: now - 120 }, 'fail: The id_token ended 120 s ago.'],
  [{ exp: 'soon' }, 'fail: The id_token does not say when it ends (exp).'],
  [{ iat: now + 500 }, 'fail: The id_token begins 500 s from now.'],
  [{ nonce: 'm' }, 'fail: nonce is another than the one that was sent.'],
  [{ nonce: undefined }, 'fail: The id_token lacks the nonce that was sent.'],
])('%j fails alone', (part, remark) => {
  expect(verdicts(jwtOf({ ...claims, ...part })).filter((each) => each.startsWith('fail'))).toEqual([remark])
})

test('clocks may differ by a minute', () => {
  expect(
    verdicts(jwtOf({ ...claims, exp: now - 30, iat: now + 30 })).filter((each) => each.startsWith('fail')),
  ).toEqual([])
})

test('without an issuer or a nonce there is nothing to compare', () => {
  const found = verdicts(jwtOf(claims), {}, settingsOf({ clientId: 'id' }))
  expect(found[0]).toBe(
    'note: The id_token is by https://nimbra.example. The settings name no issuer to compare it with.',
  )
  expect(found).toHaveLength(4)
})

test('one that is not signed fails', () => {
  expect(verdicts(jwtOf(claims, { alg: 'none' })).at(-1)).toMatch(/^fail: The id_token is not signed/)
})

test.each(['', 'a.b', 'a.b.c', 'eyJ.eyJ.x', '!.!.!', 'a.b.c.d.e'])('%j is no JWT', (token) => {
  expect(decodedJwt(token)).toBeUndefined()
  expect(verdicts(token)).toHaveLength(1)
})

describe('after a refresh (OIDC Core §12.2)', () => {
  const refreshed = (part: object) =>
    checkIdToken(settings, jwtOf({ ...claims, nonce: undefined, ...part }), { now, nonce: 'n', first: claims })
      .remarks.filter(({ verdict }) => verdict === 'fail')
      .map(({ text }) => text)

  test('an ID token needs no nonce, and may repeat that of the sign-in', () => {
    expect([refreshed({}), refreshed({ nonce: 'n' })]).toEqual([[], []])
  })

  test('it may be of nobody else', () => {
    expect(refreshed({ sub: 'Ben' })).toEqual(['The id_token of the refresh has another sub than that of the sign-in.'])
    expect(refreshed({ nonce: 'm' })).toEqual([
      'The id_token of the refresh has another nonce than that of the sign-in.',
    ])
  })
})

test('a long number in the audience of both is compared', () => {
  const first = { ...claims, sub: 'ada', aud: ['id', 12345678901234567890n] }
  const json = JSON.stringify({ ...first, nonce: undefined, aud: 'both' }).replace(
    '"both"',
    '["id",12345678901234567890]',
  )
  const [head = '', , signature = ''] = jwtOf(claims).split('.')
  const { remarks } = checkIdToken(settings, `${head}.${btoa(json).replace(/=+$/, '')}.${signature}`, { now, first })
  expect(remarks.map(({ text }) => text)).toContain('It is of the same person and server as that of the sign-in.')
})
