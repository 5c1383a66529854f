import { isMap, isScalar, isSeq } from 'yaml'
import { appendAt, insertAt } from './insert'
import { refusalOfKey, refusalOfValue } from './json-value'
import { moveAt } from './move'
import { nodeOrNull } from './nodes'
import type { YamlPath } from './parse'
import {
  anchorRefusal,
  nowhere,
  placeAt,
  refusal,
  sharedRefusal,
  type Missing,
  type Place,
  type Refusal,
} from './place'
import { removeAt } from './remove'
import { replaceNode } from './replace'
import { scalarText } from './scalar-text'
import { isEmpty } from './slots'
import { firstFitting, spliced } from './splice'
import { reads } from './reads'
import { stepsTowards, type SmallEdit } from './steps-towards'
import { childrenOf, expectedAt } from './verify'

/** The edited text, or one sentence that says why it was left as it is, with the place that stands in the way. */
export type EditResult = { ok: true; text: string } | { ok: false; reason: string; line?: number; column?: number }

/**
 * Sets the value at a path: any JSON value (a bigint is an integer that may be large). The value that is read there already
 * (YAML 1.2 core) changes no byte; a scalar changes only its own lines. Makes the last missing key; `-` or the length as last
 * step appends to a list. The new text means the same to YAML 1.2, PyYAML and Go.
 */
export function setIn(text: string, path: YamlPath, value: unknown): EditResult {
  const reason = refusalOfValue(value)
  if (reason !== undefined) return { ok: false, reason }
  const place = placeAt(text, path)
  if (place.ok === 'missing') return setMissing(place, value)
  if (!place.ok) return place
  const shared = sharedRefusal(place)
  if (shared) return shared
  if (reads(place.yaml, place.node, value)) return { ok: true, text }
  return (
    setParts(place, value) ?? (isScalar(place.node) ? undefined : anchorRefusal(place)) ?? replaceNode(place, value)
  )
}

/** Removes the entry or item at a path with its own comments; the only one leaves `{}` or `[]`. */
export function removeIn(text: string, path: YamlPath): EditResult {
  const owner = existing(placeAt(text, path.slice(0, -1)))
  const place = existing(placeAt(text, path))
  if (!owner.ok) return owner
  if (!place.ok) return place
  const step = place.steps.at(-1)
  if (!step) return refusal(place.yaml, 0, 'Name an entry or item to remove: the whole file is not one.')
  return anchorRefusal(place) ?? removeAt(place, owner, step)
}

/** Inserts an item into the list at a path, before the item that has this index now; its length appends. */
export function insertIn(text: string, path: YamlPath, index: number, value: unknown): EditResult {
  const reason = refusalOfValue(value)
  if (reason !== undefined) return { ok: false, reason }
  const place = open(placeAt(text, path))
  return place.ok ? insertAt(place, { value }, index) : place
}

/** Appends items to the list at a path. */
export function appendIn(text: string, path: YamlPath, values: readonly unknown[]): EditResult {
  const reason = values.map((value) => refusalOfValue(value)).find((each) => each !== undefined)
  if (reason !== undefined) return { ok: false, reason }
  const place = open(placeAt(text, path))
  if (!place.ok) return place
  const length = isSeq(place.node) ? place.node.items.length : 0
  const oneByOne = () =>
    values.reduce<EditResult>(
      (edited, value, index) => (edited.ok ? insertIn(edited.text, path, length + index, value) : edited),
      { ok: true, text },
    )
  return appendAt(place, values) ?? oneByOne()
}

/** Inserts an entry into the map at a path, before the entry that has this position now, or at its end. */
export function insertEntry(text: string, path: YamlPath, key: string, value: unknown, index?: number): EditResult {
  const reason = refusalOfKey(key) ?? refusalOfValue(value)
  if (reason !== undefined) return { ok: false, reason }
  const place = open(placeAt(text, path))
  return place.ok ? insertAt(place, { key, value }, index) : place
}

/** Moves an item of a list, or an entry of a map by its position, so that it has position `to` afterwards. */
export function moveIn(text: string, path: YamlPath, from: number, to: number): EditResult {
  const place = open(placeAt(text, path))
  if (!place.ok) return place
  const { node } = place
  if (!isMap(node) && !isSeq(node)) return nowhere(place, from)
  const inside = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < node.items.length
  if (!inside(from) || !inside(to)) return nowhere(place, inside(from) ? to : from)
  return from === to ? { ok: true, text } : moveAt(place, node, from, to)
}

/** Gives the entry at a path another key, in the quotes of the old one where that can be. */
export function renameKey(text: string, path: YamlPath, key: string): EditResult {
  const reason = refusalOfKey(key)
  if (reason !== undefined) return { ok: false, reason }
  const place = existing(placeAt(text, path))
  if (!place.ok) return place
  const step = place.steps.at(-1)
  const old = place.slot?.key
  if (!step || !old || !isMap(step.collection) || !isScalar(old) || isEmpty(old)) {
    return refusal(place.yaml, place.slot?.start ?? 0, 'Rename this in the text: it has no plain key.')
  }
  if (old.source === key) return { ok: true, text }
  const twin = step.collection.items.find((pair) => isScalar(pair.key) && pair.key.source === key)
  if (twin)
    return refusal(place.yaml, nodeOrNull(twin.key)?.range?.[0] ?? 0, `Choose another name: "${key}" is there already.`)
  const name = place.yaml.repeated.get(old)
  if (name !== undefined)
    return refusal(place.yaml, old.range?.[0] ?? 0, `Rename this in the text: *${name} repeats this key.`)
  const children = childrenOf(step.collection)
  const child = children[step.index]
  if (child) child.key = key
  const [from = 0, to = 0] = old.range ?? []
  const quotes = old.type === 'QUOTE_DOUBLE' || old.type === 'QUOTE_SINGLE' ? old.type : undefined
  const splice = { from, to, text: scalarText(key, quotes, place.flow) }
  return firstFitting(place, expectedAt(place.steps.slice(0, -1), { map: true, children }), [spliced(text, [splice])])
}

/** A list or map over a list or map: only what differs, one small edit after the other; undefined where that cannot be done. */
function setParts(place: Place, value: unknown): EditResult | undefined {
  const steps = stepsTowards(place.yaml, place.node, value, place.path)
  if (!steps) return undefined
  let text = place.yaml.text
  for (const step of steps) {
    const result = applySmall(text, step)
    if (!result.ok) return undefined
    text = result.text
  }
  return { ok: true, text }
}

function applySmall(text: string, step: SmallEdit): EditResult {
  switch (step.kind) {
    case 'set':
      return setIn(text, step.path, step.value)
    case 'remove':
      return removeIn(text, step.path)
    case 'item':
      return insertIn(text, step.path, step.index, step.value)
    default:
      return insertEntry(text, step.path, step.key, step.value, step.index)
  }
}

function setMissing({ parent, step }: Missing, value: unknown): EditResult {
  const { node } = parent
  const length = isSeq(node) ? node.items.length : 0
  const appends = step === '-' || String(step) === String(length)
  if (isSeq(node)) return appends ? insertAt(parent, { value }, length) : nowhere(parent, step)
  if (!isMap(node) && (typeof step === 'number' || step === '-') && appends) return insertAt(parent, { value }, 0)
  const reason = refusalOfKey(String(step))
  if (reason !== undefined) return { ok: false, reason }
  return insertAt(parent, { key: String(step), value }, undefined)
}

function existing(place: Place | Missing | Refusal): Place | Refusal {
  return place.ok === 'missing' ? nowhere(place.parent, place.step) : place
}

/** A place whose entries may change: no alias repeats it. */
function open(found: Place | Missing | Refusal): Place | Refusal {
  const place = existing(found)
  return place.ok ? (sharedRefusal(place) ?? place) : place
}
