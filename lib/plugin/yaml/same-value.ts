import { isRecord } from './nodes'

/** True when both are the same value as JSON has it; the keys of maps may stand in another order. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, index) => sameValue(item, other[index]))
    )
  if (!isRecord(one) || !isRecord(other)) return false
  const wanted = new Map(Object.entries(other))
  const entries = Object.entries(one)
  return (
    entries.length === wanted.size &&
    entries.every(([key, value]) => wanted.has(key) && sameValue(value, wanted.get(key)))
  )
}
