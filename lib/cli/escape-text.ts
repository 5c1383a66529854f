/**
 * Text that a terminal can be shown: control characters, line separators and marks that reorder a line become `\u001b`. The
 * escapes are JSON's own, so that a JSON line stays the same value. Line feeds and tabs stay.
 */
export function escapeText(text: string): string {
  return text.replaceAll(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g
