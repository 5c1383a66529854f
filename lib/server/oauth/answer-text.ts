import 'server-only'
import type { SafeAnswer } from '../safe-fetch'

/**
 * The body of an answer as text: in the charset that it names, else UTF-8; UTF-16 without a name is known by its zeros (RFC 4627
 * section 3). Read wrongly, a secret in it would be no secret that anything masks. The byte order mark of UTF-8 stays: Python trips over it.
 */
export function answerText({ headers, body }: Pick<SafeAnswer, 'headers' | 'body'>): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const named = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1]
  return decoded(body, named) ?? decoded(body, guessed(body)) ?? ''
}

function guessed([first, second]: Uint8Array): string {
  if (second === 0 || (first === 0xff && second === 0xfe)) return 'utf-16le'
  return first === 0 || (first === 0xfe && second === 0xff) ? 'utf-16be' : 'utf-8'
}

function decoded(body: Uint8Array, charset: string | undefined): string | undefined {
  if (charset === undefined) return undefined
  try {
    // "utf-16" means little-endian to a decoder; a mark or zeros know better.
    const label = /^utf-?16$/i.test(charset) ? guessed(body) : charset
    return new TextDecoder(label, { ignoreBOM: /^utf-?8$/i.test(label) }).decode(body)
  } catch {
    return undefined
  }
}
