import type { FieldNode } from '../schema/field-tree'
import { textAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'

/** An entry of a list before and after, by index; one that lacks a side is new or gone. */
export interface ItemPair {
  from?: number
  to?: number
}

const names = ['name', 'variable', 'value']

/** Where an entry of this list has the name that it goes by; undefined where it has none. */
export function namePathOf(list: FieldNode | undefined, entry: unknown): YamlPath | undefined {
  const own = list?.meta.item?.row[0]?.split('.')
  return [...(own ? [own] : []), ...names.map((name) => [name])].find((path) => textAt(entry, path) !== undefined)
}

/**
 * Which entry of a list became which: those of one name belong together, then those that are equal, then one that stayed in its place
 * between them and kept half of its keys, which got another name. In the order of `after`, what is gone at the end.
 */
export function pairItems(before: readonly unknown[], after: readonly unknown[], list?: FieldNode): ItemPair[] {
  const from = new Map<number, number>()
  const match = (keyOf: (entry: unknown) => string | undefined) => {
    const taken = new Set(from.values())
    const free = byKey(before, (_, index) => !taken.has(index), keyOf)
    const wanted = byKey(after, (_, index) => !from.has(index), keyOf)
    for (const [key, index] of wanted) {
      const old = free.get(key)
      if (old !== undefined && old >= 0 && index >= 0) from.set(index, old)
    }
  }
  match((entry) => {
    const path = namePathOf(list, entry)
    return path && textAt(entry, path)
  })
  match((entry) => JSON.stringify(entry))
  const taken = new Set(from.values())
  for (const index of after.keys()) {
    if (from.has(index)) continue
    const old = neighbours(index, from, before.length, after.length).find((each) => !taken.has(each))
    if (old === undefined || !alike(before[old], after[index])) continue
    from.set(index, old)
    taken.add(old)
  }
  return [
    ...after.map((_, to) => ({ from: from.get(to), to })),
    ...before.flatMap((_, index) => (taken.has(index) ? [] : [{ from: index }])),
  ]
}

/** Index by key; a key that occurs twice tells nothing and has -1. */
function byKey(
  list: readonly unknown[],
  counts: (entry: unknown, index: number) => boolean,
  keyOf: (entry: unknown) => string | undefined,
): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, entry] of list.entries()) {
    const key = counts(entry, index) ? keyOf(entry) : undefined
    if (key !== undefined) found.set(key, found.has(key) ? -1 : index)
  }
  return found
}

/** The entries of `before` that stood behind the same entry as this one, or in front of the same one; the earlier first. */
function neighbours(index: number, from: ReadonlyMap<number, number>, olds: number, news: number): number[] {
  const follows = index === 0 ? 0 : (from.get(index - 1) ?? olds) + 1
  const leads = index === news - 1 ? olds - 1 : (from.get(index + 1) ?? 0) - 1
  return [follows, leads].filter((old) => old >= 0 && old < olds).sort((one, other) => one - other)
}

function alike(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return false
  const keys = Object.keys(one)
  const same = keys.filter((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]))
  return same.length > 0 && 2 * same.length >= Math.max(keys.length, Object.keys(other).length) - 1
}
