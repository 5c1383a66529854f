import { sameValue } from './same-value'
import { isRecord } from './nodes'

/** Undefined stands for an entry that a side does not have. */
export type MergedValue = { ok: true; value: unknown } | { ok: false }

const conflict: MergedValue = { ok: false }

/**
 * Three-way merge of values by key. Items of lists are known by their identity (see `identities`), so that both sides may add, remove
 * and change distinct items; where both changed one thing differently, or one changed what the other removed, there is none.
 */
export function mergeValues(base: unknown, ours: unknown, theirs: unknown): MergedValue {
  if (sameValue(ours, theirs) || sameValue(base, theirs)) return { ok: true, value: ours }
  if (sameValue(base, ours)) return { ok: true, value: theirs }
  if (isRecord(ours) && isRecord(theirs) && (isRecord(base) || base === undefined || base === null))
    return mergeRecords(isRecord(base) ? base : {}, ours, theirs)
  if (Array.isArray(ours) && Array.isArray(theirs) && (Array.isArray(base) || base === undefined || base === null))
    return mergeLists(Array.isArray(base) ? base : [], ours, theirs)
  return conflict
}

function mergeRecords(
  base: Record<string, unknown>,
  ours: Record<string, unknown>,
  theirs: Record<string, unknown>,
): MergedValue {
  const [own, other, old] = [ours, theirs, base].map((record) => new Map(Object.entries(record)))
  if (!own || !other || !old) return conflict
  const merged = mergeEntries(old, own, other)
  if (!merged) return conflict
  // `fromEntries` defines, so that `__proto__` is a key like any other.
  return { ok: true, value: Object.fromEntries(merged) }
}

function mergeLists(base: readonly unknown[], ours: readonly unknown[], theirs: readonly unknown[]): MergedValue {
  const [old, own, other] = [identities(base), identities(ours), identities(theirs)]
  if (!old || !own || !other) return conflict
  // An item that both sides replaced: its new names would stand there twice.
  const replaced = [...old.keys()].some((key) => !own.has(key) && !other.has(key))
  const adds = (side: ReadonlyMap<string, unknown>) => [...side.keys()].some((key) => !old.has(key))
  if (replaced && (adds(own) || adds(other))) return conflict
  const [moved, movedToo] = [own, other].map((side) => !sameOrder(old, side))
  if (moved && movedToo && !sameOrder(own, other)) return conflict
  const merged = movedToo ? mergeEntries(old, other, own) : mergeEntries(old, own, other)
  return merged ? { ok: true, value: [...merged.values()] } : conflict
}

/** Entry by entry: in the order of the first side, what only the second has after what stands before it there. */
function mergeEntries(
  base: ReadonlyMap<string, unknown>,
  first: ReadonlyMap<string, unknown>,
  second: ReadonlyMap<string, unknown>,
): Map<string, unknown> | undefined {
  const values = new Map<string, unknown>()
  for (const key of new Set([...base.keys(), ...first.keys(), ...second.keys()])) {
    const merged = mergeValues(base.get(key), first.get(key), second.get(key))
    if (!merged.ok) return undefined
    if (merged.value !== undefined) values.set(key, merged.value)
  }
  const order = [...first.keys()].filter((key) => values.has(key))
  let before: string | undefined
  for (const key of second.keys()) {
    if (!values.has(key)) continue
    if (!order.includes(key)) order.splice(placeAfter(order, before, base), 0, key)
    before = key
  }
  return new Map(order.map((key) => [key, values.get(key)]))
}

/** After the entry before it, and after those that the first side added there. */
function placeAfter(order: readonly string[], before: string | undefined, base: ReadonlyMap<string, unknown>): number {
  let place = before === undefined ? 0 : order.indexOf(before) + 1
  while (place < order.length && !base.has(order[place] ?? '')) place += 1
  return place
}

function sameOrder(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  const shared = [...one.keys()].filter((key) => other.has(key))
  return [...other.keys()].filter((key) => one.has(key)).every((key, index) => key === shared[index])
}

/** What a map in a list is known by, the first that all of them have. */
const names = ['name', 'key', 'id', 'model', 'value'] as const

/** The items of a list by what tells them apart: a name that each has, or the plain values themselves. Undefined where two are alike. */
export function identities(items: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const ways = [(item: unknown) => plain(item), ...names.map((name) => (item: unknown) => namedBy(item, name))]
  for (const way of ways) {
    const found = new Map(
      items.flatMap((item) => {
        const key = way(item)
        return key === undefined ? [] : [[key, item] as const]
      }),
    )
    if (found.size === items.length) return found
  }
  return undefined
}

function namedBy(item: unknown, name: string): string | undefined {
  if (!isRecord(item)) return undefined
  const key = plain(item[name]) ?? (isRecord(item.identity) ? plain(item.identity[name]) : undefined)
  return key === undefined ? undefined : `${name} ${key}`
}

function plain(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? JSON.stringify(value) : undefined
}
