import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { parseYaml, type YamlPath } from './parse'
import { placeAt, sharedRefusal } from './place'
import { reads } from './reads'
import { splicesOver } from './replace'
import { isEmpty } from './slots'
import { spliced, type Splice } from './splice'
import { childrenOf, fits, type Expected } from './verify'

/** A value for a place. */
export interface PlacedValue {
  path: YamlPath
  value: unknown
}

/**
 * Sets those values that are scalars over scalars, each in its own range, and reads the text back once. What is left is to be set one by
 * one (`setIn`): all of them where the text then reads as something else.
 */
export function setScalars<Set extends PlacedValue>(text: string, sets: readonly Set[]): { text: string; left: Set[] } {
  const values = new Map<Node, unknown>()
  const around = new Set<Node>()
  const splices: Splice[] = []
  const left = sets.filter(({ path, value }) => {
    if (typeof value === 'object' || value === undefined) return true
    const place = placeAt(text, path)
    if (place.ok !== true || !isScalar(place.node) || isEmpty(place.node) || sharedRefusal(place)) return true
    if (values.has(place.node)) return true
    if (reads(place.yaml, place.node, value)) return false
    values.set(place.node, value)
    for (const { collection } of place.steps) around.add(collection)
    splices.push(...splicesOver(place, value))
    return false
  })
  if (splices.length === 0) return { text, left }
  const made = spliced(text, splices)
  const yaml = parseYaml(made)
  const expected = expectedOf(parseYaml(text).document.contents, values, around)
  return yaml.ok && fits(yaml.document.contents, expected) ? { text: made, left } : { text, left: [...sets] }
}

/** The same nodes, but for those with a new value; only what stands around these is looked into. */
function expectedOf(node: Node | null, values: ReadonlyMap<Node, unknown>, around: ReadonlySet<Node>): Expected {
  if (node && values.has(node)) return { value: values.get(node) }
  if (!node || !around.has(node) || !(isMap(node) || isSeq(node))) return { node }
  const children = childrenOf(node).map(({ key, expected }) => ({
    key,
    expected: 'node' in expected ? expectedOf(expected.node, values, around) : expected,
  }))
  return { map: isMap(node), children }
}
