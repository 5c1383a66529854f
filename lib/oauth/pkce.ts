import { calculatePKCECodeChallenge } from 'oauth4webapi'

/** What the authorization request shows of a verifier: its SHA-256, or with `plain` the verifier itself (RFC 7636 section 4.2). */
export async function challengeOf(verifier: string, method: 'S256' | 'plain'): Promise<string> {
  return method === 'plain' ? verifier : calculatePKCECodeChallenge(verifier)
}
