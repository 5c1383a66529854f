import { expect, test } from 'vitest'
import { base64url, challengeOf, randomToken } from './pkce'

test('the challenge of the verifier in RFC 7636 appendix B', async () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  expect(await challengeOf(verifier, 'S256')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  expect(await challengeOf(verifier, 'plain')).toBe(verifier)
})

test('base64url has neither padding nor signs that a URL would escape', () => {
  expect(base64url(new Uint8Array([251, 255, 254]))).toBe('-__-')
  expect(base64url(new Uint8Array([0]))).toBe('AA')
})

test('a random token is a verifier, and never the same', () => {
  const tokens = new Set(Array.from({ length: 100 }, randomToken))
  expect(tokens.size).toBe(100)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
})
