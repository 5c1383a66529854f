import { describe, expect, test } from 'vitest'
import { redactedAnswer, redactedRequest, redactedUrl } from './redact-message'

describe('a request is shown', () => {
  test('without the secrets of its headers, address and body', () => {
    const clean = redactedRequest({
      method: 'POST',
      url: 'https://user:pw@nimbra.example/token?api_key=4kQx82LmZp0r7Qe2abc',
      headers: [
        ['Authorization', 'Basic aWQ6c2VjcmV0'],
        ['X-Api-Key', '4kQx82LmZp0r7Qe2abc'],
        ['Accept', 'application/json'],
      ],
      body: 'grant_type=authorization_code&code=nb_c_4kQx82LmZp0r7Xw1&client_id=id&client_secret=4kQx82LmZp0r7Q3f9c',
    })
    expect(clean).toEqual({
      method: 'POST',
      url: 'https://••••••@nimbra.example/token?api_key=••••••2abc',
      headers: [
        ['Authorization', 'Basic ••••••'],
        ['X-Api-Key', '••••••2abc'],
        ['Accept', 'application/json'],
      ],
      body: 'grant_type=authorization_code&code=nb_c_••••••7Xw1&client_id=id&client_secret=••••••3f9c',
    })
  })
})

describe('an answer is shown', () => {
  test('as it was written, but for its secrets and what repeats them', () => {
    const body = `{
  "authed_user": { "access_token": "xoxp-4kQx82LmZp0r7Qe2", "token_type": "user" },
  "tokens": ["nb_rt_4kQx82LmZp0r7c81d"],
  "echo": "nb_rt_4kQx82LmZp0r7c81d",
  "device": { "token": { "value": "1234567890abcdef", "type": "long-lived" } }
}`
    const clean = redactedAnswer({ status: 200, headers: [['Set-Cookie', 'sid=abc; Path=/']], body, milliseconds: 1 })
    expect(clean.body).toBe(
      `{
  "authed_user": { "access_token": "xoxp-••••••Qe2", "token_type": "user" },
  "tokens": ["nb_rt_••••••c81d"],
  "echo": "nb_rt_••••••c81d",
  "device": { "token": { "value": "••••••cdef", "type": "long-lived" } }
}`.replace('xoxp-••••••Qe2', 'xoxp-••••••7Qe2'),
    )
    expect(clean.headers).toEqual([['Set-Cookie', 'sid=••••••; Path=/']])
  })

  test('that sends elsewhere, without the code in the address', () => {
    const headers: [string, string][] = [['Location', 'https://a.com/cb?code=4kQx82LmZp0r7Qe2abc&x=1']]
    expect(redactedAnswer({ status: 302, headers, body: '', milliseconds: 1 }).headers).toEqual([
      ['Location', 'https://a.com/cb?code=••••••2abc&x=1'],
    ])
  })
})

test('an address keeps what is no secret', () => {
  expect(redactedUrl('https://a.com/oauth?client_id=1&state=abc#part')).toBe(
    'https://a.com/oauth?client_id=1&state=abc#part',
  )
})
