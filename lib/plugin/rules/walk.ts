import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { FieldNode } from '../schema/field-tree'
import type { By, GateRules } from '../schema/gate-rules'
import { labelOf } from '../project/names'
import { languages } from '../schema/words'
import { readAsPyYaml } from '../yaml/readings'
import { isNull, resolved, sourceOf } from './nodes'
import { namedChecks } from './named-checks'
import { entriesAt, reportAt, setFix, textBelow, type Place } from './place'
import { consequence, dotted, shown } from './report'
import { judgeFreeValue } from './free-values'
import { judgeScalar } from './scalars'
import { mismatch } from './mismatch'

/**
 * Judges a value and all below it by the rules that stand at its fields (`meta.gates`): one finding per cause, and nothing
 * below a value of the wrong shape.
 */
export function judge(place: Place): void {
  const gates = place.field.meta.gates ?? {}
  if (isNull(place.node)) {
    judgeNull(place, gates)
    return
  }
  if (loops(place)) {
    const message = `Remove the alias at ${dotted(place.path)}: the value would contain itself, and ${consequence(['G1'])}.`
    reportAt(place, { rule: 'yaml-alias-loop', by: ['G1'], message })
    return
  }
  const shape = shapeOf(place)
  if (shape !== place.field) {
    judge({ ...place, field: shape })
    return
  }
  const wrong = mismatch(place, gates)
  if (wrong) reportAt(place, wrong)
  if (isScalar(place.node)) judgeScalar(place, gates, wrong?.by ?? [])
  if (wrong && !isScalar(place.node)) return
  if (isMap(place.node)) judgeMap(place, gates)
  if (isSeq(place.node)) judgeList(place, gates)
  for (const name of gates.checks ?? []) namedChecks.get(name)?.(place)
  if (gates.go === 'free' || gates.go === 'basic' || gates.textKeys || gates.storable) judgeFreeValue(place, gates)
}

/** Of the shapes to choose from (a path or a map) the one that fits what stands there. */
function shapeOf(place: Place): FieldNode {
  const { shapes } = place.field
  const map = shapes.find((shape) => shape.properties.size > 0)
  if (!map || place.field.meta.gates) return place.field
  return isMap(place.node) ? map : (shapes.find((shape) => shape !== map) ?? place.field)
}

function loops(place: Place): boolean {
  for (let above = place.parent; above; above = above.parent) if (above.node === place.node) return true
  return false
}

function judgeNull(place: Place, gates: GateRules): void {
  const by =
    gates.noNull ?? gates.required ?? (gates.sdk && typeof place.path.at(-1) === 'number' ? ['G5' as const] : [])
  if (by.length === 0) return
  const message = `Fill in ${shown(dotted(place.path))} or remove it: it is empty, ${consequence(by)}.`
  const fix =
    gates.add === undefined ? {} : { fix: setFix(place, `Fill in ${String(place.path.at(-1))}`, place.path, gates.add) }
  reportAt(place, { rule: 'empty', by, message, ...fix })
}

/** More unknown keys of one file than anybody reads. */
const MOST_UNKNOWN = 20

function judgeMap(place: Place, gates: GateRules): void {
  const entries = entriesAt(place)
  const { properties, values } = place.field
  const decoded = gates.go === 'map' || gates.go === 'map-entry' || place.path.length === 0
  const seen = new Set<string>()
  const last = new Map(entries.map((entry) => [entry.key, entry]))
  for (const entry of entries) {
    const { key, keyNode, value, merged } = entry
    if (!merged) judgeKey(place, gates, keyNode, decoded)
    if (seen.has(key) && isScalar(resolved(place.facts, keyNode))) judgeDuplicate(place, key, keyNode, decoded)
    seen.add(key)
    const field = properties.get(key) ?? values
    if (field && last.get(key) === entry) {
      judge({
        context: place.context,
        facts: place.facts,
        field,
        path: [...place.path, key],
        node: value,
        parent: place,
      })
      if (field.meta.gates?.dropped)
        reportAt(
          place,
          { rule: 'dropped-key', by: [], message: `Remove ${shown(key)}. ${field.meta.gates.dropped}` },
          key,
        )
    } else if (!field && properties.size > 0) judgeUnknown(place, key, keyNode)
  }
  for (const [key, field] of properties) if (!seen.has(key)) judgeMissing(place, key, field)
}

function judgeUnknown(place: Place, key: string, keyNode: Node | null): void {
  const refusing = place.field.meta.gates?.keys
  if (refusing) {
    const known = [...place.field.properties.keys()].join(', ')
    const message = `Remove or rename ${shown(key)}: only ${known} may stand here, ${consequence(refusing)}.`
    reportAt(place, { rule: 'unknown-key', by: refusing, message }, key)
    return
  }
  const { unknownKeys, report } = place.context
  if (unknownKeys.has(key) || unknownKeys.size >= MOST_UNKNOWN) return
  unknownKeys.add(key)
  const message =
    place.field.meta.widget === 'localized' && /^[a-z]{2,3}[_-]/i.test(key)
      ? `Check the key ${shown(key)}: Dify shows texts in ${languages.join(', ')} only and ignores it, here and elsewhere in this file.`
      : `Check the key ${shown(key)}: Dify does not know it here and ignores it.`
  const range = keyNode?.range ? { range: { from: keyNode.range[0], to: keyNode.range[1] } } : {}
  report({ rule: 'unknown-key', by: [], message, path: [...place.path, key], ...range })
}

function judgeMissing(place: Place, key: string, field: FieldNode): void {
  const gates = field.meta.gates
  const by: readonly By[] = gates?.required ?? []
  if (!gates || by.length === 0) return
  const path = [...place.path, key]
  const message = `Add ${shown(dotted(path))}: it is missing, ${consequence(by)}.`
  const add = gates.add ?? (key === 'label' ? labelBeside(place) : undefined)
  const fix = add === undefined ? {} : { fix: setFix(place, `Add ${key}`, path, add) }
  reportAt(place, { rule: 'missing', by, message, ...fix }, key)
}

/** The words of the name that stands beside a label: what most people would have typed. */
function labelBeside(place: Place): object | undefined {
  const name = textBelow(place, 'name') ?? ''
  return name.trim() === '' ? undefined : { en_US: labelOf(name) }
}

function judgeDuplicate(place: Place, key: string, keyNode: Node | null, decoded: boolean): void {
  const by: readonly By[] = decoded ? ['G1'] : []
  const why = decoded
    ? `a key may stand only once in a map, ${consequence(by)}`
    : 'readers disagree on which of the two counts'
  const range = keyNode?.range
  place.context.report({
    rule: 'duplicate-key',
    by,
    message: `Remove or rename the second ${shown(key)}: ${why}.`,
    path: [...place.path, key],
    ...(range ? { range: { from: range[0], to: range[1] } } : {}),
  })
}

/** Keys that are lists or maps break Go's decoder; keys that are no text break Python's keyword arguments. */
function judgeKey(place: Place, gates: GateRules, keyNode: Node | null, decoded: boolean): void {
  const key = resolved(place.facts, keyNode)
  const range = keyNode?.range ? { range: { from: keyNode.range[0], to: keyNode.range[1] } } : {}
  if (key && !isScalar(key) && decoded) {
    const message = `Write a word as key: a list or map cannot be one, ${consequence(['G1'])}.`
    place.context.report({ rule: 'key-shape', by: ['G1'], message, path: place.path, ...range })
  } else if (isScalar(key) && (gates.textKeys || place.path.length === 0) && readAsPyYaml(key).kind !== 'text') {
    const message = `Put the key ${shown(sourceOf(key))} in quotes: Python reads it as something else than text, ${consequence(['G5'])}.`
    place.context.report({ rule: 'key-text', by: ['G5'], message, path: place.path, ...range })
  }
}

function judgeList(place: Place, gates: GateRules): void {
  if (!isSeq(place.node)) return
  const { items } = place.node
  if (gates.maxItems && items.length > gates.maxItems.count) {
    const { count, by } = gates.maxItems
    reportAt(place, {
      rule: 'too-many',
      by,
      message: `Remove entries of ${shown(dotted(place.path))}: there are ${items.length}, at most ${count} are allowed, ${consequence(by)}.`,
    })
  }
  const field = place.field.items
  if (!field) return
  for (const [index, item] of items.entries()) {
    judge({
      context: place.context,
      facts: place.facts,
      field,
      path: [...place.path, index],
      node: resolved(place.facts, item),
      parent: place,
    })
  }
}
