import { describe, expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { strictJudgement } from './strict-judgement'
import { answerOf } from './test-answer'
import { jwtOf } from './test-jwt'

type Step = Parameters<typeof strictJudgement>[1]

const settings = settingsOf({
  issuer: 'https://nimbra.example',
  tokenUrl: 'https://nimbra.example/token',
  clientId: 'id',
})
const good = { access_token: 'a', token_type: 'Bearer', expires_in: 60 }
const claims = { iss: 'https://nimbra.example', aud: 'id', sub: '1', iat: 1, exp: 99_999_999_999 }

describe('a client that keeps to the standard accepts', () => {
  test.each<[Step, unknown]>([
    ['exchange', good],
    ['exchange', { ...good, id_token: jwtOf(claims, { alg: 'ES256' }) }],
    ['client-credentials', good],
    ['refresh', good],
    ['revoke', ''],
    ['introspect', { active: false }],
    ['userinfo', { sub: '1' }],
  ])('at %s %j', async (step, body) => {
    expect(await strictJudgement(settings, step, answerOf(body))).toMatchObject({ verdict: 'pass' })
  })
})

const bearerChallenge: [string, string][] = [
  ['Content-Type', 'application/json'],
  ['WWW-Authenticate', 'Bearer error="invalid_token"'],
]

test.each<[Step, Parameters<typeof answerOf>, string]>([
  ['exchange', [{ error: 'invalid_grant' }, { status: 400 }], 'RFC 6749 §5.2'],
  ['exchange', [{ error: 'invalid_client' }, { status: 401, headers: bearerChallenge }], 'RFC 6749 §5.2'],
  ['revoke', [{ error: 'unsupported_token_type' }, { status: 400 }], 'RFC 7009 §2.2.1'],
  ['userinfo', ['', { status: 401, headers: [['WWW-Authenticate', 'Bearer error="invalid_token"']] }], 'RFC 6750 §3'],
])('a refusal at %s in the right shape is one: %j', async (step, answer, standard) => {
  expect(await strictJudgement(settings, step, answerOf(...answer))).toEqual({
    strict: true,
    verdict: 'pass',
    text: 'The refusal has the shape that the standard gives it.',
    standard,
  })
})

test.each(['60', 59.9, 1_790_000_000])('expires_in %j is taken, and said to be taken leniently', async (expiresIn) => {
  const remark = await strictJudgement(settings, 'exchange', answerOf({ ...good, expires_in: expiresIn }))
  expect(remark).toMatchObject({ verdict: 'pass', text: expect.stringContaining('With expires_in it is lenient') })
})

describe('and refuses', () => {
  test.each<[string, Step, Parameters<typeof answerOf>, string]>([
    [
      'a form',
      'exchange',
      ['access_token=a&token_type=bearer', { type: 'application/x-www-form-urlencoded' }],
      'RFC 6749 §5.1',
    ],
    ['JSON that calls itself text', 'refresh', [good, { type: 'text/plain' }], 'RFC 6749 §5.1'],
    ['JSON that calls itself nothing', 'exchange', [good, { headers: [] }], 'RFC 6749 §5.1'],
    ['a challenge without a word', 'exchange', ['', { status: 401, headers: bearerChallenge }], 'RFC 6749 §5.2'],
    ['a token without a type', 'exchange', [{ access_token: 'a' }], 'RFC 6749 §5.1'],
    ['an error with HTTP 200', 'refresh', [{ ok: false, error: 'invalid_code' }], 'RFC 6749 §6'],
    ['a redirect', 'exchange', ['', { status: 302 }], 'RFC 6749 §5.1'],
    ['nothing', 'exchange', ['', { status: 204 }], 'RFC 6749 §5.1'],
    ['a type of its own', 'exchange', [{ ...good, token_type: 'bot' }], 'RFC 6749 §5.1'],
    [
      'the ID token of another',
      'exchange',
      [{ ...good, id_token: jwtOf({ ...claims, aud: 'other' }) }],
      'OIDC Core §3.1.3.7',
    ],
    ['no answer to a revocation', 'revoke', ['', { status: 503 }], 'RFC 7009 §2.2'],
  ])('%s', async (_, step, answer, standard) => {
    const remark = await strictJudgement(settings, step, answerOf(...answer))
    expect(remark).toMatchObject({ verdict: 'fail', standard })
    expect(remark.text).toMatch(/^A client that keeps to the standard refuses this answer: .+\.$/)
  })

  test('the ID token of another sign-in', async () => {
    const answer = answerOf({ ...good, id_token: jwtOf({ ...claims, nonce: 'm' }) })
    expect(await strictJudgement(settings, 'exchange', answer, { nonce: 'm' })).toMatchObject({ verdict: 'pass' })
    expect(await strictJudgement(settings, 'exchange', answer, { nonce: 'n' })).toMatchObject({ verdict: 'fail' })
  })

  test('without ever saying a secret', async () => {
    const remark = await strictJudgement(
      settings,
      'exchange',
      answerOf({ access_token: { v: 'nb_at_secret' }, token_type: 1 }),
    )
    expect(JSON.stringify(remark)).not.toContain('nb_at_secret')
  })
})
