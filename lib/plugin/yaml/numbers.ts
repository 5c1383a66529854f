/** Digits of a base, with sign and underscores, as an exact integer: a bigint where a number would round. */
export function integerFromText(text: string, base: 2 | 8 | 10 | 16): number | bigint {
  const negative = text.startsWith('-')
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '')
  const small = digits === '' ? 0 : Number.parseInt(digits, base)
  if (Number.isSafeInteger(small)) return negative ? -small || 0 : small
  const prefix = { 2: '0b', 8: '0o', 10: '', 16: '0x' }[base]
  const value = BigInt(prefix + digits)
  return negative ? -value : value
}

/** A decimal number with underscores among its digits. */
export function floatFromText(text: string): number {
  return Number(text.replaceAll('_', ''))
}

/** True when the date at the head of a timestamp and the time behind it exist; `2024-02-30` does not. */
export function isRealDate(text: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (text.match(/[0-9]+/g) ?? []).map(Number)
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

/**
 * A number so that YAML 1.2, PyYAML and Go all read it as that number: PyYAML wants a point and a signed exponent
 * (`1.0e-7`, since it reads `1e-7` as text).
 */
export function textOfNumber(value: number | bigint): string {
  if (typeof value === 'bigint') return String(value)
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf'
  if (Object.is(value, -0)) return '-0.0'
  const [digits = '', exponent] = String(value).split('e')
  return exponent === undefined ? digits : `${digits.includes('.') ? digits : `${digits}.0`}e${exponent}`
}
