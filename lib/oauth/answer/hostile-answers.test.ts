import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMetadata } from '../discovery/read-metadata'
import { redactedAnswer } from '../redact/redact-message'
import { settingsOf } from '../settings'
import { grantedScopes } from './granted-scopes'
import { checkIdToken } from './id-token'
import { readToken } from './read-token'
import { readIntrospection, readRevocation, readTokenUse } from './read-token-use'
import { strictJudgement } from './strict-judgement'
import { answerOf } from './test-answer'

const settings = settingsOf({ clientId: 'id', tokenPath: 'a.access_token' })

const names = [
  'access_token',
  'token_type',
  'expires_in',
  'refresh_token',
  'scope',
  'id_token',
  'error',
  'errors',
  'ok',
  'a',
  'issuer',
]
const body = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.dictionary(fc.constantFrom(...names), fc.jsonValue()).map((value) => JSON.stringify(value)),
)
const headers = fc.array(
  fc.tuple(fc.constantFrom('Content-Type', 'Location', 'Retry-After', 'WWW-Authenticate'), fc.string()),
  {
    maxLength: 3,
  },
)
const answer = fc.record({ status: fc.integer({ min: 200, max: 599 }), headers, body, milliseconds: fc.nat() })

test('whatever comes back is read without an error', async () => {
  await fc.assert(
    fc.asyncProperty(answer, async (given) => {
      for (const own of [settings, settingsOf({})]) {
        const { token, refusal, remarks } = readToken(own, given, 0)
        expect(
          [token, refusal].filter(Boolean).length + remarks.filter(({ verdict }) => verdict === 'fail').length,
        ).toBeGreaterThan(0)
        if (token) grantedScopes(own, token)
        if (token?.idToken !== undefined) checkIdToken(own, token.idToken, { now: 0 })
      }
      readRevocation(given, 0, 'only_token')
      readIntrospection(given, 0)
      readTokenUse(given, 0)
      readMetadata('https://a.com', given, settings, 0)
      redactedAnswer(given, ['abcdefgh'])
      for (const step of ['exchange', 'revoke', 'introspect', 'userinfo'] as const)
        expect(['pass', 'fail']).toContain((await strictJudgement(settings, step, given)).verdict)
    }),
  )
})

/** More than a server may send (256 KB), in shapes that make careless patterns go over the text again and again. */
describe('an answer that is made to be slow is masked all the same', () => {
  const size = 300_000
  const filled = (part: string) => part.repeat(Math.ceil(size / part.length))
  test.each([
    ['pairs without an end', `${filled('"a":"')}\\\n`],
    ['escaped pairs without an end', filled('\\"a\\":\\"b')],
    ['the beginnings of JWTs', filled('eyJ-')],
    ['words for tokens', filled('token+')],
    ['the beginnings of titles', `<${filled('<title')}`],
    ['elements without an end', filled('<a b')],
    ['elements with blanks', filled('<a>' + ' '.repeat(500))],
    ['attributes without an end', filled(' a="')],
    ['encoded pairs', filled('%26a%3D')],
    ['lists in lists', filled('[')],
    ['closed lists in lists', '['.repeat(size / 2) + ']'.repeat(size / 2)],
    [
      'thousands of secrets',
      JSON.stringify(Array.from({ length: 8000 }, (_, index) => ({ token: `secret-number-${index}` }))),
    ],
  ])('%s', (_, text) => {
    const given = answerOf(text, { status: 400 })
    const clean = redactedAnswer(given, ['a-known-secret'])
    readToken(settings, given, 0)
    expect(clean.body).not.toContain('secret-number')
  })
})
