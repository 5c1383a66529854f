import { isAlias, isMap, isSeq, type Node } from 'yaml'
import { lineColumn } from './lines'
import { anchored } from './locate'
import { parseYaml, type YamlPath, type YamlText } from './parse'
import { columnOfSlots, slotAt, type Collection, type Slot } from './slots'
import { keyText } from './value'

/** Why an edit is refused; the text stays as it is. */
export interface Refusal {
  ok: false
  reason: string
  line?: number
  column?: number
}

/** A collection on the way to a place, and which of its entries the way goes through. */
export interface Step {
  collection: Collection
  index: number
}

/** Where an edit happens. */
export interface Place {
  ok: true
  yaml: YamlText
  path: YamlPath
  node: Node | null
  /** From the root down; empty for the root. */
  steps: readonly Step[]
  /** The entry whose value this is; undefined for the root. */
  slot?: Slot
  /** Column of that entry; -1 for the root. Meaningless in brackets. */
  column: number
  /** True inside of brackets, where nothing can be written by indentation. */
  flow: boolean
}

/** A place that is not there, although the collection that would hold it is. */
export interface Missing {
  ok: 'missing'
  parent: Place
  step: string | number
}

/**
 * The place at a path for editing. Refused: texts that do not parse, paths that lead nowhere, and everything that an
 * alias repeats, since an edit there would change two places.
 */
export function placeAt(text: string, path: YamlPath): Place | Missing | Refusal {
  const yaml = parseYaml(text)
  const problem = yaml.problems[0]
  if (problem) {
    const { line, column } = problem
    return { ok: false, reason: `Mend line ${line} first, this text cannot be read: ${problem.message}`, line, column }
  }
  let place: Place = { ok: true, yaml, path: [], node: yaml.document.contents, steps: [], column: -1, flow: false }
  for (const [depth, step] of path.entries()) {
    const shared = sharedRefusal(place)
    if (shared) return shared
    const index = indexOf(place, step)
    if (index === undefined) {
      return depth === path.length - 1 ? { ok: 'missing', parent: place, step } : nowhere(place, step)
    }
    place = childPlace(place, index, step)
  }
  return place
}

/** The place of one entry of a place that is a collection. */
export function childPlace(parent: Place, index: number, step: string | number): Place {
  const collection = parent.node
  if (!isMap(collection) && !isSeq(collection)) return parent
  const slot = slotAt(collection, index)
  return {
    ...parent,
    path: [...parent.path, step],
    node: slot.node,
    steps: [...parent.steps, { collection, index }],
    slot,
    column: columnOfSlots(parent.yaml.text, collection),
    flow: parent.flow || collection.flow === true,
  }
}

/** Which entry a step of a path means. */
export function indexOf(place: Place, step: string | number): number | undefined {
  const { node } = place
  if (isMap(node)) {
    const wanted = String(step)
    const index = node.items.findIndex(
      (pair) => keyText(pair.key, place.yaml.text, (name) => anchored(place.yaml, name)) === wanted,
    )
    return index === -1 ? undefined : index
  }
  if (!isSeq(node) || !/^(?:0|[1-9][0-9]{0,8})$/.test(String(step))) return undefined
  return Number(step) < node.items.length ? Number(step) : undefined
}

/** The refusal for a place that is an alias or that an alias repeats. */
export function sharedRefusal(place: Place): Refusal | undefined {
  const { node, yaml } = place
  if (isAlias(node)) {
    return refusal(yaml, node.range?.[0] ?? 0, `Edit this in the text: it repeats the value named &${node.source}.`)
  }
  const name = node ? yaml.repeated.get(node) : undefined
  if (!node || name === undefined) return undefined
  return refusal(yaml, node.range?.[0] ?? 0, `Edit this in the text: *${name} repeats it elsewhere, both would change.`)
}

/** The refusal for a place that holds an anchor which an alias repeats: it cannot go. */
export function anchorRefusal(place: Place): Refusal | undefined {
  const from = place.slot?.start ?? place.node?.range?.[0] ?? 0
  const to = place.slot?.end ?? place.node?.range?.[1] ?? 0
  for (const [node, name] of place.yaml.repeated) {
    const at = node.range?.[0] ?? 0
    if (at < from || at > to) continue
    return refusal(place.yaml, at, `Edit this in the text: *${name} repeats what is named &${name} here.`)
  }
  return undefined
}

export function refusal(yaml: YamlText, offset: number, reason: string): Refusal {
  return { ok: false, reason, ...lineColumn(yaml.text, offset) }
}

/** The refusal for a path that leads nowhere. */
export function nowhere(place: Place, step: string | number): Refusal {
  const where = place.path.length === 0 ? 'the top level' : `"${place.path.join('/')}"`
  const offset = place.slot?.start ?? 0
  if (isSeq(place.node)) return refusal(place.yaml, offset, outsideList(place.node.items.length, where, step))
  return isMap(place.node)
    ? refusal(place.yaml, offset, `Make "${step}" first: there is none in ${where}.`)
    : refusal(place.yaml, offset, `Give another place than "${step}": ${where} is neither a map nor a list.`)
}

function outsideList(length: number, where: string, step: string | number): string {
  if (length === 0) return `Add an entry to ${where} first: it is an empty list.`
  const indexes = length === 1 ? '0' : `0 to ${length - 1}`
  return `Give an index that is there in place of "${step}": ${where} has ${indexes}.`
}
