import { isNumber, jsonText } from '../json'
import type { Remark } from '../remark'

const standard = 'RFC 6749 §5.1'
const tenYears = 315_360_000

/** The lifetime of a token in seconds, read as the written plugin does (`int(float(…))`); undefined where it tells none. */
export function readLifetime(value: unknown): { seconds?: number; remarks: readonly Remark[] } {
  if (value === undefined)
    return {
      remarks: [
        { verdict: 'note', text: 'The answer does not say how long the token lives.', standard, remedy: ownLifetime },
      ],
    }
  const number =
    typeof value === 'string' ? decimal(value) : isNumber(value) || value === true ? Number(value) : Number.NaN
  const seconds = Math.trunc(number)
  if (!Number.isSafeInteger(seconds) || seconds <= 0)
    return {
      remarks: [
        { verdict: 'bent', text: `expires_in tells no lifetime: ${short(value)}.`, standard, remedy: ownLifetime },
      ],
    }
  return { seconds, remarks: [...spelling(value, number), ...length(seconds)] }
}

const ownLifetime =
  'The setting "Lifetime where the answer names none" counts: left empty, Dify never refreshes. Look it up in the documentation.'

/** What `float(…)` of Python takes for a number: `3_600` too. */
function decimal(text: string): number {
  const plain = text.trim().replace(/(?<=\d)_(?=\d)/g, '')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
}

function spelling(value: unknown, number: number): Remark[] {
  const remedy = 'Python must convert it: int(float(expires_in)).'
  if (typeof value === 'string')
    return [{ verdict: 'bent', text: 'expires_in is a text; the standard wants a number.', standard, remedy }]
  if (value === true)
    return [
      {
        verdict: 'bent',
        text: 'expires_in is true; the standard wants a number. Python makes 1 second of it.',
        standard,
        remedy: 'Dify then refreshes before each use. Report it to the service, or leave expires_in out of the Python.',
      },
    ]
  return Number.isInteger(number) ? [] : [{ verdict: 'bent', text: 'expires_in is no whole number.', standard, remedy }]
}

function length(seconds: number): Remark[] {
  if (seconds >= 1_000_000_000)
    return [
      {
        verdict: 'bent',
        text: `expires_in is ${seconds}: that looks like a point in time, not like a number of seconds.`,
        standard,
        remedy:
          'Added to the clock it never comes, so that Dify never refreshes. Python must take it as it is (milliseconds: divided by 1000).',
      },
    ]
  return seconds > tenYears
    ? [{ verdict: 'note', text: 'The token lives for more than ten years: Dify will never refresh it.', standard }]
    : []
}

function short(value: unknown): string {
  return (isNumber(value) ? String(value) : (jsonText(value) ?? '')).slice(0, 40)
}
