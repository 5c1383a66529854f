/** Text of the unreserved alphabet: base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** 256 random bits as 43 characters: a state, a nonce or a code verifier (RFC 7636 section 4.1). */
export function randomToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/** What the authorization request shows of a verifier: its SHA-256, or with `plain` the verifier itself (RFC 7636 section 4.2). */
export async function challengeOf(verifier: string, method: 'S256' | 'plain'): Promise<string> {
  if (method === 'plain') return verifier
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
}
