import { perTokens } from '../schema/price'
import { readDigits } from './read-number'

export type PriceReading = { ok: true; value: string; currency?: string } | { ok: false; problem: string }

const signs: Readonly<Record<string, string>> = { $: 'USD', US$: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR' }
const currency = '(US\\$|[$€£₹]|[A-Za-z]{3})'

/** A price with or without its currency: `$1.25`, `0,05 €`, `EUR 3`. */
export function readPrice(text: string): PriceReading {
  const [, before, digits = '', after] =
    new RegExp(`^(?:${currency}\\s*)?(.*?\\d\\.?)(?:\\s*${currency})?$`).exec(text) ?? []
  const [code, other = code] = [before, after].flatMap((word) => (word === undefined ? [] : [codeOf(word)]))
  const read = readDigits(digits)
  if (read.ok === 'unclear')
    return { ok: false, problem: `Write ${read.either.join(' or ')} instead of ${text}: it can be read as both.` }
  if (!read.ok || code !== other)
    return { ok: false, problem: `Write the price alone, such as 0.5, instead of ${text}.` }
  return { ok: true, value: read.digits, ...(code !== undefined && { currency: code }) }
}

/** What prices are for, as the factor that they are multiplied with: `per 1M tokens`, `/1K`, `0.001`. */
export function readUnit(text: string): PriceReading {
  const factor = factorOf(text)
  if (factor !== undefined) return { ok: true, value: factor }
  const read = readDigits(text)
  return read.ok === true && perTokens(read.digits) !== undefined
    ? { ok: true, value: read.digits }
    : { ok: false, problem: `Write per 1M tokens, per 1K tokens or their factor such as 0.000001 instead of ${text}.` }
}

/** A currency by its code or its sign. */
export function readCurrency(text: string): PriceReading {
  const code = codeOf(text)
  return /^[A-Z]{3}$/.test(code)
    ? { ok: true, value: code }
    : { ok: false, problem: `Write the code of the currency, such as USD, instead of ${text}.` }
}

/** What the head of a sheet says of its prices: `$ / 1M tokens`. Undefined where there is more in it than that. */
export function readPriceNote(text: string): { currency?: string; unit?: string } | undefined {
  const [, word, rest = ''] = new RegExp(`^\\s*(?:in\\s+)?${currency}?(.*)$`, 'i').exec(text) ?? []
  const isWord = word === undefined || /^per$/i.test(word)
  const unit = factorOf(isWord ? text : rest)
  if (unit === undefined && (isWord ? text : rest).trim() !== '') return undefined
  return { ...(!isWord && { currency: codeOf(word) }), ...(unit !== undefined && { unit }) }
}

function factorOf(text: string): string | undefined {
  const [, mark, count = '', tokens] =
    /^\s*(per\s+|\/\s*)?(1?\s?k|1?\s?m|mio|1[ ,.]?000|1[ ,.]?000[ ,.]?000|(?:a |one )?(?:thousand|million))?\s*(tok(?:ens?)?)?\s*$/i.exec(
      text,
    ) ?? []
  if (mark === undefined && tokens === undefined && !/[a-z]/i.test(count)) return undefined
  if (/m|000\D?000/i.test(count)) return '0.000001'
  if (/k|thousand|000/i.test(count)) return '0.001'
  return tokens === undefined ? undefined : '1'
}

const codeOf = (word: string) => signs[word.toUpperCase()] ?? word.toUpperCase()
