import type { FileContent } from '../files'

/** A document's text as Dify's daemon reads it: UTF-8, or UTF-16 with a byte order mark (package-format.md section 2.2). */
export type DecodedText = { ok: true; text: string; encoding: 'utf-8' | 'utf-16' } | { ok: false; reason: 'not-text' }

export function decodeText(content: FileContent): DecodedText {
  if (typeof content === 'string') return { ok: true, text: content, encoding: 'utf-8' }
  const utf16 =
    content[0] === 0xff && content[1] === 0xfe
      ? 'utf-16le'
      : content[0] === 0xfe && content[1] === 0xff
        ? 'utf-16be'
        : undefined
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    return { ok: true, text, encoding: utf16 ? 'utf-16' : 'utf-8' }
  } catch {
    return { ok: false, reason: 'not-text' }
  }
}

const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/

/** Offset of the first character that Go's and Python's YAML readers refuse anywhere in a text. */
export function controlCharacter(text: string): number | undefined {
  const at = text.search(refused)
  return at === -1 ? undefined : at
}

/**
 * The text with every line break of Go's and Python's YAML readers as a line feed: U+0085, U+2028, U+2029 and a lone carriage
 * return end a line for them, not for YAML 1.2. Offsets stay.
 */
export function withReadersBreaks(text: string): string {
  return /[\u0085\u2028\u2029]|\r(?!\n)/.test(text) ? text.replace(/[\u0085\u2028\u2029]|\r(?!\n)/g, '\n') : text
}
