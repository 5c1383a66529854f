/** A number as people and spreadsheets write it: its plain digits, what it may be where that cannot be told, or no number. */
export type DigitsReading =
  { ok: true; digits: string } | { ok: 'unclear'; either: readonly [string, string] } | { ok: false }

const gap = "[ \\u00a0\\u2009\\u202f'’_]"
const grouped = new RegExp(`^\\d{1,3}(?:${gap}\\d{3})+(?:[.,]\\d+)?$`)

/**
 * Reads `1,250.50`, `1.250,50`, `1 250,5` and `0,05`; exponents have two digits at most. `1,250` is 1250 or 1.250: that is said, never
 * guessed.
 */
export function readDigits(text: string): DigitsReading {
  if (/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i.test(text)) return plain(text)
  if (grouped.test(text)) return plain(text.replace(new RegExp(gap, 'g'), '').replace(',', '.'))
  if (/^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return plain(text.replaceAll(',', ''))
  if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(text))
    return plain(text.replaceAll('.', '').replace(',', '.'))
  if (/^[1-9]\d{0,2},\d{3}$/.test(text))
    return { ok: 'unclear', either: [text.replace(',', ''), text.replace(',', '.')] }
  return /^\d+,\d+$/.test(text) ? plain(text.replace(',', '.')) : { ok: false }
}

/** `.5` and `1.` with the digits that every reader wants. */
function plain(digits: string): DigitsReading {
  return { ok: true, digits: digits.replace(/^\./, '0.').replace(/\.(?=e|$)/i, '') }
}
