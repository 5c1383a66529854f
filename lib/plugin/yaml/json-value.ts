import { isRecord } from './nodes'
import { entriesOf } from './verify'

/** YAML parsers read implicit keys of at most 1024 characters on one line. */
const LONGEST_KEY = 1000
const DEEPEST = 100

/** Why a value cannot be written as YAML, in one sentence; undefined for every JSON value (and bigint) that can. */
export function refusalOfValue(value: unknown, depth = 0): string | undefined {
  if (depth > DEEPEST) return 'Nest this value less deeply: so many levels cannot be written.'
  if (typeof value === 'string') return refusalOfText(value)
  if (value === null || ['number', 'bigint', 'boolean'].includes(typeof value)) return undefined
  if (Array.isArray(value)) return firstOf(value, (item) => refusalOfValue(item, depth + 1))
  if (!isRecord(value)) return 'Give a text, number, boolean, null, list or map: nothing else can be written.'
  return firstOf(entriesOf(value), ([key, entry]) => refusalOfKey(key) ?? refusalOfValue(entry, depth + 1))
}

/** Why a text cannot be a key. */
export function refusalOfKey(key: string): string | undefined {
  return key.length > LONGEST_KEY
    ? `Shorten this key to ${LONGEST_KEY} characters: longer ones cannot be read back.`
    : refusalOfText(key)
}

/** Half of a surrogate pair has no form in UTF-8. */
function refusalOfText(text: string): string | undefined {
  return /\p{Surrogate}/u.test(text)
    ? 'Remove the broken character from this text: half of a surrogate pair cannot be written.'
    : undefined
}

function firstOf<T>(items: readonly T[], refuse: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const reason = refuse(item)
    if (reason !== undefined) return reason
  }
  return undefined
}
