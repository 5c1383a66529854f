/**
 * Whether the daemon reads `created_at` (manifest.md section 1): Go's RFC 3339, and for unquoted text also the short forms
 * of yaml.v3 (`resolve.go: allowedTimestampFormats`). `offset-day` decodes but cannot be stored (an offset of 24 hours).
 */
export function goTime(text: string, plain: boolean): 'ok' | 'offset-day' | 'zero' | 'refused' {
  const match = (plain ? (short.exec(text) ?? spaced.exec(text) ?? dateOnly.exec(text)) : null) ?? strict.exec(text)
  if (!match) return 'refused'
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month) || hour > 23 || minute > 59 || second > 59)
    return 'refused'
  const offset = /^[+-](\d\d):(\d\d)$/.exec(match[7] ?? '')
  if (offset) {
    const hours = Number(offset[1])
    const minutes = Number(offset[2])
    if (hours > 24 || minutes > 60) return 'refused'
    if (hours * 60 + minutes >= 24 * 60) return 'offset-day'
  }
  return year === 1 && month === 1 && day === 1 && hour === 0 && minute === 0 && second === 0 && !offset ? 'zero' : 'ok'
}

const strict = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)$/
const short = /^(\d{4})-(\d{1,2})-(\d{1,2})[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)$/
const spaced = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?$/
const dateOnly = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s*(Z|z|[+-]\d\d:?\d\d)?)?$/

/** Whether pydantic makes a date and time of a text (G5). */
export function pydanticTime(text: string): boolean {
  const match = iso.exec(text.trim())
  if (!match) return /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(text.trim())
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  return (
    year > 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOf(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  )
}
