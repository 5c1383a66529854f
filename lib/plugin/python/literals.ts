/** Characters that stay readable in generated Python; each is one column wide, those of `wide` two. All others are escaped. */
const narrow =
  /^[ -~\u00a1-\u00ac\u00ae-\u024f\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0401\u0410-\u044f\u0451\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]$/
const wide = /^[\u3001\u3002\u300c\u300d\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fa5\uac00-\ud7a3\uff01-\uff5e]$/

const plain = /^[ -~]*$/

/** Columns that a formatter counts for a line made by this folder. */
export function columns(text: string): number {
  if (plain.test(text)) return text.length
  let count = 0
  for (const character of text) count += wide.test(character) ? 2 : 1
  return count
}

/**
 * Any text as a Python string literal, quoted as ruff quotes it: double quotes unless single ones need fewer backslashes.
 * Lone surrogates become U+FFFD, since nothing can write them out again.
 */
export function pythonString(text: string): string {
  if (plain.test(text) && !/["\\]/.test(text)) return `"${text}"`
  const quote = count(text, '"') > count(text, "'") ? "'" : '"'
  let body = ''
  for (const character of text) body += escaped(character, quote)
  return quote + body + quote
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function escaped(character: string, quote: string): string {
  if (character === '\\' || character === quote) return `\\${character}`
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  if (narrow.test(character) || wide.test(character)) return character
  const code = character.codePointAt(0) ?? 0xfffd
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd'
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** A number as Python writes it, in the spelling that formatters keep; None where it is not finite, as in JSON. */
export function pythonNumber(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'None'
  return String(value).replace('e+', 'e')
}

/** Text of a person for a place that shows one short line: white space folded, cut at 60 characters. */
export function shortLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= 60 ? line : `${characters.slice(0, 59).join('').trimEnd()}…`
}

/** A path for a docstring: one line of plain characters that cannot end the string. */
export function docText(text: string): string {
  return [...text]
    .map((character) => (narrow.test(character) && character !== '"' && character !== '\\' ? character : '?'))
    .join('')
}
