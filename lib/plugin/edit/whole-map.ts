import { fieldAt, type FieldNode } from '../schema/field-tree'
import { valueAt } from '../schema/file-reference'
import { removeIn, setIn, type EditResult } from '../yaml/edit'
import { isRecord } from '../yaml/nodes'
import { parseYaml, type YamlPath } from '../yaml/parse'
import { nested } from './set-with-parents'

/** The keys that a map has to hold and that can be filled in for people (a price has a unit), with their values. */
export function filledKeys(tree: FieldNode, map: YamlPath): ReadonlyMap<string, unknown> {
  const node = fieldAt(tree, map)
  return new Map(
    [...(node?.properties ?? [])].flatMap(([key, { meta }]) =>
      node?.required.has(key) && meta.gates?.add !== undefined ? [[key, meta.gates.add] as const] : [],
    ),
  )
}

/** Whether the map at a place may be left out. */
export function mayGo(tree: FieldNode, map: YamlPath): boolean {
  return map.length > 0 && fieldAt(tree, map.slice(0, -1))?.required.has(String(map.at(-1))) === false
}

/** Whether a map holds nothing but what was filled in: single values, whichever, and lists and maps that are empty. */
export function isBare(map: unknown, filled: { has: (key: string) => boolean }): boolean {
  const isFull = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length > 0
  return isRecord(map) && Object.entries(map).every(([key, value]) => filled.has(key) && !isFull(value))
}

/** Sets a place of the text whose value is `root`; where the map around it is missing, it comes with its filled keys. */
export function setWhole(
  text: string,
  root: unknown,
  tree: FieldNode | undefined,
  at: YamlPath,
  value: unknown,
): EditResult {
  const [map, key] = [at.slice(0, -1), at.at(-1)]
  if (!tree || map.length === 0 || typeof key !== 'string' || isRecord(valueAt(root, map)))
    return setIn(text, ...nested(root, at, value))
  const filled = [...filledKeys(tree, map)].filter(([other]) => other !== key)
  return setIn(text, ...nested(root, map, { [key]: value, ...Object.fromEntries(filled) }))
}

/** Removes a place, and with it the map around it where only filled keys would be left and it may go. */
export function removeWhole(text: string, tree: FieldNode | undefined, at: YamlPath): EditResult {
  const removed = removeIn(text, at)
  const map = at.slice(0, -1)
  if (!removed.ok || !tree || !mayGo(tree, map)) return removed
  const filled = filledKeys(tree, map)
  const bare = filled.size > 0 && isBare(valueAt(parseYaml(removed.text).value, map), filled)
  return bare ? removeIn(removed.text, map) : removed
}
