import { expect, test } from 'vitest'
import { challengeOf } from './pkce'

test('the challenge of the verifier in RFC 7636 appendix B', async () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  expect(await challengeOf(verifier, 'S256')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  expect(await challengeOf(verifier, 'plain')).toBe(verifier)
})
