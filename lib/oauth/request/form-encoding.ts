/**
 * `application/x-www-form-urlencoded` as Python's `quote_plus` writes it: only letters, digits and `_.-~` stay, a blank is `+`.
 * Every decoder reads it, and the written plugin sends the very same bytes (RFC 6749 appendix B).
 */
export function formEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+')
}

/** Pairs as a form body or a query, in their order. */
export function formBody(pairs: Iterable<readonly [name: string, value: string]>): string {
  return [...pairs].map(([name, value]) => `${formEncoded(name)}=${formEncoded(value)}`).join('&')
}
