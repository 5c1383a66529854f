import { describe, expect, test } from 'vitest'
import { settingsOf } from '../settings'
import { readToken, secretsOfToken } from './read-token'
import { answerOf } from './test-answer'

const now = 1_795_366_933
const read = (
  body: unknown,
  part: Parameters<typeof answerOf>[1] = {},
  settings: Parameters<typeof settingsOf>[0] = {},
) => readToken(settingsOf(settings), answerOf(body, part), now)
const bent = (reading: ReturnType<typeof read>) =>
  reading.remarks.filter(({ verdict }) => verdict !== 'note').map(({ verdict, text }) => `${verdict}: ${text}`)

const good = { access_token: 'nb_at_1', token_type: 'Bearer', expires_in: 3600 }

describe('the answer of a token endpoint', () => {
  test('that keeps to the standard leaves nothing to say', () => {
    const reading = read({ ...good, refresh_token: 'nb_rt_1', scope: 'a b', id_token: 'x.y.z', account_id: 'acc_5521' })
    expect(reading).toEqual({
      token: {
        accessToken: 'nb_at_1',
        tokenType: 'Bearer',
        expiresIn: 3600,
        refreshToken: 'nb_rt_1',
        scope: 'a b',
        idToken: 'x.y.z',
        values: { ...good, refresh_token: 'nb_rt_1', scope: 'a b', id_token: 'x.y.z', account_id: 'acc_5521' },
      },
      remarks: [],
    })
    expect(reading.token && secretsOfToken(reading.token)).toEqual(['nb_at_1', 'nb_rt_1', 'x.y.z'])
  })

  test('that is form-encoded is read', () => {
    const reading = read('access_token=gho_1&scope=repo%2Cuser&token_type=bearer', {
      type: 'application/x-www-form-urlencoded',
    })
    expect(reading.token).toMatchObject({ accessToken: 'gho_1', scope: 'repo,user', tokenType: 'bearer' })
    expect(bent(reading)).toEqual(['bent: The answer is form-encoded, the standard wants JSON.'])
  })

  test('that is JSON under another name is read', () => {
    expect(bent(read(good, { type: 'text/html; charset=utf-8' }))).toEqual([
      'bent: The JSON came as text/html, not as application/json.',
    ])
    expect(bent(read(good, { headers: [] }))).toEqual(['bent: The JSON came without a Content-Type.'])
    const marked = read(`\ufeff${JSON.stringify(good)}`)
    expect(marked.token).toMatchObject({ accessToken: 'nb_at_1' })
    expect(bent(marked)).toEqual(['bent: The answer begins with a byte order mark; JSON has none.'])
  })

  test('that came with another success is read', () => {
    expect(bent(read(good, { status: 201 }))).toEqual(['bent: The answer came with HTTP 201; the standard wants 200.'])
  })

  test('whose token stands deeper is read by its path, with what stands beside it', () => {
    const body = {
      ok: true,
      scope: 'bot',
      access_token: 'xoxb-1',
      authed_user: { access_token: 'xoxp-1', scope: 'chat', token_type: 'user' },
    }
    const reading = read(body, {}, { tokenPath: 'authed_user.access_token' })
    expect(reading.token).toMatchObject({ accessToken: 'xoxp-1', scope: 'chat', tokenType: 'user' })
    expect(bent(reading)).toEqual([
      'bent: The token stands at authed_user.access_token; the standard has it at access_token.',
      'bent: token_type is "user", not Bearer.',
    ])
  })

  test('without a token where one is expected says where there is one', () => {
    const reading = read({ data: { accessToken: 'x' } })
    expect(reading.token).toBeUndefined()
    expect(reading.remarks).toMatchObject([
      {
        verdict: 'fail',
        text: 'There is no token at access_token.',
        remedy: 'There is one at data.accessToken: enter that as "Place of the token".',
      },
    ])
    expect(read(good, {}, { tokenPath: 'a.b' }).remarks.at(-1)?.remedy).toContain('There is one at access_token')
    expect(read({ id: 1 }).remarks.at(-1)?.remedy).toContain('Compare the answer')
    expect(read({ access_token: '' }).token).toBeUndefined()
  })

  test.each([
    [
      { access_token: 'a', expires_in: 1 },
      'bent: token_type is missing; the standard requires it. "Bearer" is assumed.',
    ],
    [{ ...good, token_type: 'DPoP' }, 'fail: The token is bound to a key (DPoP). A plugin cannot use it.'],
    [{ ...good, access_token: 12 }, 'bent: access_token is a number; the standard wants a text.'],
    [{ ...good, access_token: 'a\n' }, 'bent: The token has characters that cannot stand in a header.'],
    [{ ...good, refresh_token: '' }, 'bent: refresh_token is empty and counts as missing.'],
    [{ ...good, refresh_token: {} }, 'bent: refresh_token is no text and counts as missing.'],
    [{ ...good, scope: ['a', 'b'] }, 'bent: scope is a list; the standard wants one text.'],
  ])('%j is read, and said: %s', (body, remark) => {
    const reading = read(body)
    expect(reading.token).toBeDefined()
    expect(bent(reading)).toEqual([remark])
  })

  test('whose token is a number is read to its last digit', () => {
    const reading = read('{"access_token":12345678901234567891,"token_type":"Bearer","expires_in":60}')
    expect(reading.token?.accessToken).toBe('12345678901234567891')
    expect(bent(reading)).toEqual(['bent: access_token is a number; the standard wants a text.'])
    expect(read('{"access_token":"a","expires_in":12345678901234567891}').remarks.map(({ text }) => text)).toContain(
      'expires_in tells no lifetime: 12345678901234567891.',
    )
  })

  test('with nothing for a refresh token or scope has none', () => {
    const reading = read({ ...good, refresh_token: null, scope: null })
    expect(reading.token).not.toMatchObject({ refreshToken: expect.anything() as unknown })
    expect(bent(reading)).toEqual([
      'bent: refresh_token is null and counts as missing.',
      'bent: scope is null and counts as missing.',
    ])
  })
})

describe('a refusal', () => {
  test.each([
    [
      'the standard’s',
      400,
      { error: 'invalid_grant', error_description: 'Code expired', error_uri: 'https://a.com/e' },
      { code: 'invalid_grant', description: 'Code expired', uri: 'https://a.com/e' },
    ],
    [
      'with an address that is none',
      400,
      { error: 'x', error_uri: 'javascript:alert(1)' },
      { code: 'x', description: '' },
    ],
    [
      'of Google’s APIs',
      403,
      { error: { code: 403, message: 'No', status: 'PERMISSION_DENIED' } },
      { code: '403', description: 'No' },
    ],
    [
      'in a list',
      400,
      { errors: [{ code: 'unauthorized', message: 'No' }] },
      { code: 'unauthorized', description: 'No' },
    ],
    [
      'of Zoom',
      400,
      { reason: 'Invalid request', error: 'invalid_request' },
      { code: 'invalid_request', description: 'Invalid request' },
    ],
    [
      'of HubSpot',
      400,
      { status: 'BAD_AUTH_CODE', message: 'missing or unknown auth code' },
      { code: 'BAD_AUTH_CODE', description: 'missing or unknown auth code' },
    ],
  ])('%s is told', (_, status, body, refusal) => {
    expect(read(body, { status }).refusal).toMatchObject({ status, ...refusal })
    expect(read(body, { status }).token).toBeUndefined()
  })

  test.each([
    [
      'GitHub',
      { error: 'bad_verification_code', error_description: 'The code passed is incorrect.' },
      'bad_verification_code',
    ],
    ['Slack', { ok: false, error: 'invalid_code' }, 'invalid_code'],
    ['WeChat', { errcode: 40029, errmsg: 'invalid code' }, '40029'],
    ['a service with both', { ...good, error: 'invalid_scope' }, 'invalid_scope'],
    ['a service without words', { success: false }, ''],
  ])('of %s counts, though it comes with HTTP 200', (_, body, code) => {
    const reading = read(body)
    expect(reading.refusal).toMatchObject({ status: 200, code, said: true })
    expect(bent(reading)).toEqual(['bent: The refusal came with HTTP 200; the standard wants 400 or above.'])
  })

  test('is none where the error is nothing', () => {
    expect(read({ ...good, error: null, errcode: 0, ok: true }).token).toBeDefined()
    expect(read({ ...good, error: '', errors: [] }).token).toBeDefined()
  })

  test('in a form is one', () => {
    expect(
      read('error=bad_verification_code&error_description=The+code', { type: 'text/plain' }).refusal,
    ).toMatchObject({
      code: 'bad_verification_code',
      description: 'The code',
    })
  })

  test.each([
    [
      '<!DOCTYPE html><title>Sign in\n to Nimbra</title>',
      404,
      'fail: A web page came back instead of JSON (HTTP 404).',
      'Sign in to Nimbra',
    ],
    ['', 200, 'fail: The answer is empty (HTTP 200).', ''],
    ['Not here', 500, 'fail: The answer is neither JSON nor a form (HTTP 500).', ''],
    ['{"access_token":"a', 200, 'fail: The answer is neither JSON nor a form (HTTP 200).', ''],
    ['[1]', 200, 'fail: The answer is JSON, but no object (HTTP 200).', ''],
  ])('by %j with status %i says what came', (body, status, remark, description) => {
    const reading = read(body, { status })
    expect(bent(reading)).toEqual([remark])
    expect(reading.refusal).toMatchObject({ code: '', description, said: false, status })
  })

  test('by a redirect names where to, without its query', () => {
    const reading = read('', { status: 307, headers: [['Location', 'https://nimbra.example/v2/token?code=secret']] })
    expect(reading.refusal).toMatchObject({ status: 307 })
    expect(bent(reading)[0]).toContain('on to https://nimbra.example/v2/token (HTTP 307)')
    expect(JSON.stringify(reading)).not.toContain('code=secret')
  })

  test.each([
    ['/login?code=secret', 'on to /login (HTTP 307)'],
    ['../v2/token#secret', 'on to ../v2/token (HTTP 307)'],
    ['//me:secret@other.example/token', 'on to //other.example/token (HTTP 307)'],
    ['', 'sends the request on (HTTP 307)'],
  ])('by a redirect to %j names it as it was sent', (location, words) => {
    const reading = read('', { status: 307, headers: [['Location', location]] })
    expect(bent(reading)[0]).toContain(words)
    expect(JSON.stringify(reading)).not.toContain('secret@')
    expect(JSON.stringify(reading)).not.toContain('code=secret')
  })

  test.each([
    ['30', 30],
    [new Date((now + 90) * 1000).toUTCString(), 90],
    [new Date((now - 90) * 1000).toUTCString(), 0],
    ['soon', undefined],
    ['-5', undefined],
  ])('with Retry-After %j says how long to wait: %s', (value, seconds) => {
    const reading = read({ error: 'slow' }, { status: 429, headers: [['Retry-After', value]] })
    expect(reading.refusal?.retryAfter).toBe(seconds)
  })
})
