/** A JWT with a signature that is none, for tests. */
export function jwtOf(
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = { alg: 'RS256' },
): string {
  const part = (value: unknown) =>
    btoa(Array.from(new TextEncoder().encode(JSON.stringify(value)), (byte) => String.fromCharCode(byte)).join(''))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  return `${part(header)}.${part(claims)}.c2ln`
}
