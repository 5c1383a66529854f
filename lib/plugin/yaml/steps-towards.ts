import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { isRecord, nodeOrNull } from './nodes'
import type { YamlPath, YamlText } from './parse'
import { reads } from './reads'
import { entriesOf } from './verify'

/** One small edit of several. */
export type SmallEdit =
  | { kind: 'set'; path: YamlPath; value: unknown }
  | { kind: 'remove'; path: YamlPath }
  | { kind: 'item'; path: YamlPath; index: number; value: unknown }
  | { kind: 'entry'; path: YamlPath; key: string; value: unknown; index: number }

/** With more edits than this a list or map is another one, and is written anew. */
const MOST = 30

/**
 * The edits that make a list or map of a filled one of the same sort and leave alone what is the same in both, so that its
 * comments stay; undefined where the whole has to be written anew.
 */
export function stepsTowards(
  yaml: YamlText,
  node: Node | null,
  value: unknown,
  path: YamlPath,
): SmallEdit[] | undefined {
  const steps: SmallEdit[] = []
  if (!collect(yaml, node, value, path, steps) || steps.length > MOST) return undefined
  return steps
}

function collect(yaml: YamlText, node: Node | null, value: unknown, path: YamlPath, steps: SmallEdit[]): boolean {
  if (isSeq(node) && node.items.length > 0 && Array.isArray(value) && value.length > 0)
    return collectItems(yaml, node, value, path, steps)
  if (isMap(node) && node.items.length > 0 && isRecord(value)) return collectEntries(yaml, node, value, path, steps)
  return false
}

function collectItems(
  yaml: YamlText,
  list: YAMLSeq,
  value: readonly unknown[],
  path: YamlPath,
  steps: SmallEdit[],
): boolean {
  const { items } = list
  const least = Math.min(items.length, value.length)
  let head = 0
  while (head < least && reads(yaml, nodeOrNull(items[head]), value[head])) head++
  let tail = 0
  while (tail < least - head && reads(yaml, nodeOrNull(items[items.length - 1 - tail]), value[value.length - 1 - tail]))
    tail++
  const paired = least - head - tail
  for (let index = head; index < head + paired; index++) {
    change(yaml, nodeOrNull(items[index]), value[index], [...path, index], steps)
  }
  for (let index = items.length - tail - 1; index >= head + paired; index--)
    steps.push({ kind: 'remove', path: [...path, index] })
  for (let index = head + paired; index < value.length - tail; index++) {
    steps.push({ kind: 'item', path, index, value: value[index] })
  }
  return true
}

function collectEntries(
  yaml: YamlText,
  map: YAMLMap,
  value: Record<string, unknown>,
  path: YamlPath,
  steps: SmallEdit[],
): boolean {
  const entries = entriesOf(value)
  const wanted = new Map(entries)
  if (!map.items.every((pair) => isScalar(pair.key))) return false
  const old = new Map(
    map.items.map((pair) => [isScalar(pair.key) ? (pair.key.source ?? '') : '', nodeOrNull(pair.value)]),
  )
  const kept = [...old.keys()].filter((key) => wanted.has(key))
  if (kept.length === 0) return false
  for (const key of old.keys()) if (!wanted.has(key)) steps.push({ kind: 'remove', path: [...path, key] })
  let index = 0
  for (const [key, entry] of entries) {
    if (old.has(key)) {
      change(yaml, old.get(key) ?? null, entry, [...path, key], steps)
      index = Math.max(index, kept.indexOf(key) + 1)
    } else {
      steps.push({ kind: 'entry', path, key, value: entry, index })
      kept.splice(index, 0, key)
      index++
    }
  }
  return true
}

function change(yaml: YamlText, node: Node | null, value: unknown, path: YamlPath, steps: SmallEdit[]): void {
  if (reads(yaml, node, value)) return
  if (!collect(yaml, node, value, path, steps)) steps.push({ kind: 'set', path, value })
}
