import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redactText } from './redact-text'

const token = 'nb_at_4kQx82LmZp0r7Qe2'
const shown = 'nb_at_••••••7Qe2'

describe('by their names, secrets are masked in', () => {
  test.each([
    [
      'JSON',
      `{\n  "access_token" : "${token}",\n  "expires_in": 3600\n}`,
      `{\n  "access_token" : "${shown}",\n  "expires_in": 3600\n}`,
    ],
    ['JSON with names of other spelling', `{"accessToken":"${token}"}`, `{"accessToken":"${shown}"}`],
    ['JSON that is cut off', `{"refresh_token":"${token}`, `{"refresh_token":"${shown}"`],
    [
      'JSON with a name twice',
      `{"token":"${token}","token":"4kQx82LmZp0r7Qe2"}`,
      `{"token":"${shown}","token":"••••••7Qe2"}`,
    ],
    [
      'JSON inside of JSON',
      `{"log":"{\\"access_token\\": \\"${token}\\"}"}`,
      `{"log":"{\\"access_token\\": \\"${shown}\\"}"}`,
    ],
    ['the text of a Python dict', `got {'access_token': '${token}'}`, `got {'access_token': '${shown}'}`],
    [
      'XML',
      `<a:accessToken x="y">${token}</a:accessToken><t><token><![CDATA[${token}]]></token></t>`,
      `<a:accessToken x="y">${shown}</a:accessToken><t><token><![CDATA[${shown}]]></token></t>`,
    ],
    ['an attribute', `<login token="${token}" id='x'/>`, `<login token="${shown}" id='x'/>`],
    ['JSON with a number', `{"access_token": 1234567890123456789012, "n": 1}`, `{"access_token": ••••••9012, "n": 1}`],
    [
      'a form',
      `access_token=${token}&scope=repo&token_type=bearer`,
      `access_token=${shown}&scope=repo&token_type=bearer`,
    ],
    ['a query', `/cb?code=${token}&state=1`, `/cb?code=${shown}&state=1`],
    ['a fragment', `https://a.com/#access_token=${token}`, `https://a.com/#access_token=${shown}`],
    ['an address in an address', `?next=%2Fcb%3Fcode%3D${token}%26a%3D1`, `?next=%2Fcb%3Fcode%3D${shown}%26a%3D1`],
    ['HTML', `<a href="/x?a=1&amp;code=${token}">Go</a>`, `<a href="/x?a=1&amp;code=${shown}">Go</a>`],
    ['prose', `Sent Authorization: Bearer ${token}.`, `Sent Authorization: Bearer nb_at_••••••Qe2.`],
    ['prose with a JWT', 'got eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.sig today', 'got ••••••.sig today'],
  ])('%s', (_, text, clean) => {
    expect(redactText(text)).toBe(clean)
  })

  test('what is no secret stays', () => {
    const text =
      '{"token_type":"Bearer","error_code":"x","scope":"a","next_page_token":"b","token_endpoint":"https://a.com"} the token expired'
    expect(redactText(text)).toBe(text)
    expect(redactText('{"code":"invalid_grant"}', { inAnswer: true })).toBe('{"code":"invalid_grant"}')
    expect(redactText('{"code":"nb_c_123"}')).toBe('{"code":"••••••"}')
  })
})

describe('known secrets', () => {
  test.each([
    (secret: string) => `<p>You sent ${secret} here`,
    (secret: string) => `note=${encodeURIComponent(secret)}`,
    (secret: string) => new URLSearchParams({ note: secret }).toString(),
    (secret: string) => JSON.stringify({ note: secret }),
    (secret: string) => JSON.stringify({ note: secret }).replaceAll('/', '\\/'),
    (secret: string) => `<p>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`,
  ])('are masked wherever a server repeats them: %s', (repeat) => {
    const secret = 'S3cr&t/<v>+lue=="x'
    const clean = redactText(repeat(secret), { known: [secret] })
    expect(clean).not.toContain('cr&t')
    expect(clean).not.toContain('lue')
    expect(clean).toContain('••••••')
  })

  test('never come through, whatever stands around them', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_~+/=.&" -]{12,40}$/)
    fc.assert(
      fc.property(fc.string(), secret, fc.string(), (before, value, after) => {
        const clean = redactText(before + value + after, { known: [value] })
        expect(clean.includes(value)).toBe(false)
      }),
    )
  })

  test('of a few characters do not blot out words', () => {
    expect(redactText('the code is wrong', { known: ['code', ''] })).toBe('the code is wrong')
  })
})
