import { describe, expect, test } from 'vitest'
import { judgeCallback, type Expected } from './callback'

const redirectUri = 'http://127.0.0.1:3000/oauth/callback'
const expected: Expected = {
  redirectUri,
  isOwnState: true,
  age: 8,
  issuer: 'https://id.example.com',
  sendsIssuer: true,
  pkce: 'S256',
}
const right = `${redirectUri}?code=c&state=s&iss=https%3A%2F%2Fid.example.com`

const failures = (url: string, part: Partial<Expected> = {}) =>
  judgeCallback(url, { ...expected, ...part }).remarks.filter(({ verdict }) => verdict === 'fail')

describe('a callback', () => {
  test('that is right in every way gives its code', () => {
    const callback = judgeCallback(right, expected)
    expect(callback.code).toBe('c')
    expect(callback.remarks.map(({ verdict }) => verdict)).toEqual(Array(6).fill('pass'))
  })

  test.each([
    ['a wrong state', right, { isOwnState: false }, 'RFC 6749 §10.12'],
    ['no state', `${redirectUri}?code=c&iss=https://id.example.com`, {}, 'RFC 6749 §10.12'],
    ['a state that is too old', right, { age: 301 }, 'RFC 6749 §10.12'],
    ['no iss though it is promised', `${redirectUri}?code=c&state=s`, {}, 'RFC 9207 §2.4'],
    ['the iss of another server', `${redirectUri}?code=c&state=s&iss=https://evil.com`, {}, 'RFC 9207 §2.4'],
    [
      'an iss that differs by a slash',
      `${redirectUri}?code=c&state=s&iss=https://id.example.com/`,
      {},
      'RFC 9207 §2.4',
    ],
    ['an unpromised wrong iss', `${redirectUri}?code=c&state=s&iss=x`, { sendsIssuer: false }, 'RFC 9207 §2.4'],
    ['a code twice', `${right}&code=d`, {}, 'RFC 6749 §3.1'],
    ['no code and no error', `${redirectUri}?state=s&iss=https://id.example.com`, {}, 'RFC 6749 §4.1.2'],
    ['another host', right.replace('127.0.0.1', 'localhost'), {}, 'RFC 9700 §2.1'],
    ['a slash more', right.replace('callback?', 'callback/?'), {}, 'RFC 9700 §2.1'],
    ['code and error at once', `${right}&error=access_denied`, {}, 'RFC 6749 §4.1.2'],
  ])('with %s gives no code, by the paragraph', (_, url, part, standard) => {
    expect(judgeCallback(url, { ...expected, ...part }).code).toBeUndefined()
    expect(failures(url, part).map((remark) => remark.standard)).toContain(standard)
  })

  test.each([
    ['code', `${right}&code=c`, '2 codes came back', 'One code, no error.'],
    ['state', `${right}&state=s`, '2 states came back', 'The state is ours'],
  ])('with %s twice fails its own check too', (_, url, failed, passed) => {
    expect(failures(url).map(({ text }) => text)).toContainEqual(expect.stringContaining(failed))
    const texts = judgeCallback(url, expected).remarks.map(({ text }) => text)
    expect(texts).not.toContainEqual(expect.stringContaining(passed))
  })

  test('with a refusal tells it', () => {
    const callback = judgeCallback(
      `${redirectUri}?error=access_denied&error_description=No+thanks&state=s&iss=https://id.example.com`,
      expected,
    )
    expect(callback).toMatchObject({ error: 'access_denied', description: 'No thanks' })
  })

  test('whose answer stands in the fragment says so', () => {
    expect(
      failures(`${redirectUri}#code=c&state=s`)
        .map(({ text }) => text)
        .join(' '),
    ).toContain('behind #')
  })

  test('with parameters that nobody knows is taken, and they are named', () => {
    const callback = judgeCallback(`${right}&session=1`, expected)
    expect(callback.code).toBe('c')
    expect(callback.remarks).toContainEqual(
      expect.objectContaining({ verdict: 'note', text: expect.stringContaining('session') }),
    )
  })

  test('without iss from a server that promises none is taken, with a note', () => {
    const callback = judgeCallback(`${redirectUri}?code=c&state=s`, { ...expected, issuer: '', sendsIssuer: false })
    expect(callback.code).toBe('c')
    expect(callback.remarks).toContainEqual(expect.objectContaining({ verdict: 'note', standard: 'RFC 9700 §4.4.2' }))
  })

  test.each(['plain', 'off'] as const)('of a flow with PKCE %s is taken, and bent', (pkce) => {
    const callback = judgeCallback(right, { ...expected, pkce })
    expect(callback.code).toBe('c')
    expect(callback.remarks).toContainEqual(expect.objectContaining({ verdict: 'bent', standard: 'RFC 9700 §2.1.1' }))
  })

  test('that is no URL is said to be none', () => {
    expect(judgeCallback('code=c', expected)).toMatchObject({ remarks: [{ verdict: 'fail' }] })
  })
})
