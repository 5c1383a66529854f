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
