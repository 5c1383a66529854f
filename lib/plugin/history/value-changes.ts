import { childOf, type FieldNode } from '../schema/field-tree'
import { isRecord } from '../yaml/nodes'
import { sameValue } from '../yaml/same-value'
import type { YamlPath } from '../yaml/parse'
import { namePathOf, pairItems } from './pair-items'

/** One difference of two values of a document. `at` is its place after, of what is gone its place before. */
export interface ValueChange {
  at: YamlPath
  act: 'set' | 'added' | 'removed' | 'renamed' | 'ordered'
  before: unknown
  after: unknown
}

/**
 * What changed from one value to another, field by field as a form would show them: entries of lists are followed by their names, words
 * of a list and values without a schema count as one. The order of keys is nothing.
 */
export function valueChanges(
  before: unknown,
  after: unknown,
  node: FieldNode | undefined,
  at: YamlPath = [],
): ValueChange[] {
  if (sameValue(before, after)) return []
  if (isOne(before, after, node)) return [{ at, act: actOf(before, after), before, after }]
  if (Array.isArray(before ?? after)) return listChanges(asList(before), asList(after), node, at)
  const old = isRecord(before) ? before : {}
  const now = isRecord(after) ? after : {}
  const entries = node?.meta.item !== undefined
  const renamed = entries ? renamedKeys(old, now) : new Map<string, string>()
  const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter(
    (key) => ![...renamed.values()].includes(key),
  )
  return keys.flatMap((key): ValueChange[] => {
    const [was, is] = [own(old, renamed.get(key) ?? key), own(now, key)]
    const from = renamed.get(key)
    if (from !== undefined) return [{ at: [...at, key], act: 'renamed', before: from, after: key }]
    if (entries && (was === undefined) !== (is === undefined))
      return [{ at: [...at, key], act: actOf(was, is), before: was, after: is }]
    return valueChanges(was, is, node && childOf(node, key), [...at, key])
  })
}

/** Where the value at a place of `after` stood before; undefined where the entry of a list that holds it is new. */
export function placeBefore(
  before: unknown,
  after: unknown,
  node: FieldNode | undefined,
  at: YamlPath,
): YamlPath | undefined {
  const [key, ...rest] = at
  if (key === undefined) return []
  let was: string | number | undefined = key
  if (Array.isArray(after) && typeof key === 'number') {
    was = pairItems(asList(before), after, node).find(({ to }) => to === key)?.from
  } else if (
    node?.meta.item !== undefined &&
    isRecord(before) &&
    isRecord(after) &&
    own(before, String(key)) === undefined
  ) {
    was = renamedKeys(before, after).get(String(key))
  }
  if (was === undefined) return undefined
  const below = placeBefore(child(before, was), child(after, key), node && childOf(node, key), rest)
  return below && [was, ...below]
}

function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  node: FieldNode | undefined,
  at: YamlPath,
): ValueChange[] {
  const pairs = pairItems(before, after, node)
  const changes = pairs.flatMap(({ from, to }): ValueChange[] => {
    const place = [...at, to ?? from ?? 0]
    if (from === undefined || to === undefined) {
      const [was, is] = [from === undefined ? undefined : before[from], to === undefined ? undefined : after[to]]
      return [{ at: place, act: from === undefined ? 'added' : 'removed', before: was, after: is }]
    }
    return entryChanges(before[from], after[to], node, place)
  })
  const kept = pairs.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [from]))
  const ordered = kept.some((from, index) => index > 0 && from < (kept[index - 1] ?? 0))
  return ordered ? [...changes, { at, act: 'ordered', before, after }] : changes
}

/** Of an entry that stayed: another name is told as such. */
function entryChanges(before: unknown, after: unknown, node: FieldNode | undefined, at: YamlPath): ValueChange[] {
  const name = namePathOf(node, after)
  return valueChanges(before, after, node && childOf(node, at.at(-1) ?? 0), at).map((change) =>
    name && change.act === 'set' && change.at.join('/') === [...at, ...name].join('/')
      ? { ...change, act: 'renamed' }
      : change,
  )
}

/** Keys of entries that went and came back under another name with the same content: new → old. */
function renamedKeys(before: Record<string, unknown>, after: Record<string, unknown>): Map<string, string> {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  const found = new Map<string, string>()
  for (const key of Object.keys(after).filter((each) => !Object.hasOwn(before, each))) {
    const index = gone.findIndex((old) => sameValue(before[old], after[key]))
    if (index >= 0) found.set(key, gone.splice(index, 1).join(''))
  }
  return found
}

/** Whether a form shows both in one field: texts, numbers, words of a list, and what no schema takes apart. */
function isOne(before: unknown, after: unknown, node: FieldNode | undefined): boolean {
  const sides = [before, after].filter((side) => side !== undefined && side !== null)
  if (sides.length === 0 || node?.meta.widget === 'schema' || node?.meta.widget === 'value') return true
  if (sides.every((side) => Array.isArray(side)))
    return sides.every((side) => asList(side).every((entry) => !isContainer(entry)))
  if (sides.every(isRecord))
    return node === undefined || (node.properties.size === 0 && !node.values && node.shapes.length === 0)
  return true
}

function actOf(before: unknown, after: unknown): 'set' | 'added' | 'removed' {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'set'
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function own(map: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

function child(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  return isRecord(value) ? own(value, String(key)) : undefined
}
