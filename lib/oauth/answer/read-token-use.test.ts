import { describe, expect, test } from 'vitest'
import { challengeOf, readIntrospection, readRevocation, readTokenUse } from './read-token-use'
import { answerOf } from './test-answer'

const verdicts = ({ remarks }: { remarks: readonly { verdict: string }[] }) => remarks.map(({ verdict }) => verdict)

describe('a revocation', () => {
  test.each([
    ['', 200, ['pass']],
    ['{}', 200, ['pass']],
    ['OK', 200, ['pass']],
    ['', 204, ['pass', 'bent']],
  ])('with %j and status %i is done', (body, status, expected) => {
    const reading = readRevocation(answerOf(body, { status }), 0, 'only_token')
    expect(reading.refusal).toBeUndefined()
    expect(verdicts(reading)).toEqual(expected)
  })

  test('can be refused', () => {
    expect(
      readRevocation(answerOf({ error: 'unsupported_token_type' }, { status: 400 }), 0, 'refresh_token').refusal?.code,
    ).toBe('unsupported_token_type')
    expect(readRevocation(answerOf({ ok: false, error: 'invalid_auth' }), 0, 'refresh_token').refusal?.code).toBe(
      'invalid_auth',
    )
    expect(
      readRevocation(answerOf('', { status: 503, headers: [['Retry-After', '5']] }), 0, 'refresh_token').refusal
        ?.retryAfter,
    ).toBe(5)
  })
})

describe('an introspection', () => {
  test.each([
    [{ active: true, scope: 'a' }, 'pass'],
    [{ active: false }, 'note'],
    [{ scope: 'a' }, 'bent'],
  ])('with %j is a %s', (body, verdict) => {
    const reading = readIntrospection(answerOf(body), 0)
    expect(reading.values).toEqual(body)
    expect(verdicts(reading)).toEqual([verdict])
  })

  test('can be refused', () => {
    expect(readIntrospection(answerOf({ error: 'invalid_client' }, { status: 401 }), 0).refusal?.code).toBe(
      'invalid_client',
    )
  })
})

describe('a call with the token', () => {
  test('tells who signed in', () => {
    expect(readTokenUse(answerOf({ login: 'octocat' }), 0)).toMatchObject({ values: { login: 'octocat' } })
    expect(verdicts(readTokenUse(answerOf('[1, 2]'), 0))).toEqual(['pass'])
    expect(verdicts(readTokenUse(answerOf('', { status: 204 }), 0))).toEqual(['pass'])
  })

  test('is refused in the header', () => {
    const headers: [string, string][] = [
      ['WWW-Authenticate', 'Bearer realm="x", error="insufficient_scope", error_description="a \\"b\\"", scope="r w"'],
    ]
    const reading = readTokenUse(answerOf('', { status: 403, headers }), 0)
    expect(reading.refusal).toMatchObject({ code: 'insufficient_scope', description: 'a "b"', said: true })
    expect(reading.remarks.at(-1)?.text).toBe('The call needs the scope r w.')
  })

  test('is refused in the body', () => {
    const reading = readTokenUse(answerOf({ message: 'Bad credentials' }, { status: 401 }), 0)
    expect(reading.refusal).toMatchObject({ status: 401, description: 'Bad credentials' })
    expect(verdicts(reading)).toEqual(['bent'])
    expect(readTokenUse(answerOf({ ok: false, error: 'invalid_auth' }), 0).refusal?.code).toBe('invalid_auth')
  })
})

test('the first challenge counts', () => {
  const headers: [string, string][] = [['WWW-Authenticate', 'Bearer error=invalid_token, DPoP error="other"']]
  expect(challengeOf(answerOf('', { headers }))).toEqual({ error: 'invalid_token' })
})
