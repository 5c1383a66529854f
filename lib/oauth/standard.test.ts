import { expect, test } from 'vitest'
import { isStandard, standardUrl } from './standard'

test.each([
  ['RFC 6749 §4.1.3', 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3'],
  ['RFC 6749 §A.12', 'https://www.rfc-editor.org/rfc/rfc6749#appendix-A.12'],
  ['OIDC Core §5.3.1', 'https://openid.net/specs/openid-connect-core-1_0.html'],
] as const)('%s is read at %s', (standard, url) => {
  expect(standardUrl(standard)).toBe(url)
})

test('only paragraphs of known standards are ones', () => {
  expect(['RFC 6749 §5.1', 'OIDC Core §12.2', 'RFC 6749', 'RFC 1 §1', '', undefined].map(isStandard)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
