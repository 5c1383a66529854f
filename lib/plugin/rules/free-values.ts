import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { By, GateRules } from '../schema/gate-rules'
import { readAsGo, readAsPyYaml } from '../yaml/readings'
import { isMergeKey, isNull, resolved, sourceOf } from './nodes'
import { reportAt, type Place } from './place'
import { consequence, dotted, shown } from './report'

/**
 * Values of any shape (defaults, output schemas): what decodes but cannot be stored as JSON (package-format.md section 4.2),
 * and dates where the SDK wants JSON. Every node is looked at once, however often aliases repeat it.
 */
export function judgeFreeValue(place: Place, gates: GateRules): void {
  const seen = new Set<Node>()
  const stack: { node: Node; depth: number }[] = place.node ? [{ node: place.node, depth: 0 }] : []
  const said = new Set<string>()
  const say = (rule: string, by: readonly By[], message: string): void => {
    if (!said.has(rule)) reportAt(place, { rule, by, message })
    said.add(rule)
  }
  const name = shown(dotted(place.path))
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next
    if (seen.has(node)) continue
    seen.add(node)
    if (isScalar(node)) {
      const go = readAsGo(node)
      if (go.kind === 'float' && !Number.isFinite(go.value)) {
        say(
          'not-storable',
          ['G3'],
          `Replace ${shown(sourceOf(node))} in ${name}: Dify cannot store it as JSON ("json: unsupported value"), ${consequence(['G3'])}.`,
        )
      }
      if (gates.sdk === 'json' && readAsPyYaml(node).kind === 'time') {
        say(
          'yaml-type',
          ['G5'],
          `Put ${shown(sourceOf(node))} in ${name} in quotes. Unquoted it is a date, the SDK wants a JSON value.`,
        )
      }
    } else if (isSeq(node)) {
      for (const item of node.items) push(place, stack, item, depth)
    } else if (isMap(node)) {
      const keys = new Set<string>()
      for (const pair of node.items) {
        const key = resolved(place.facts, pair.key)
        const own = depth > 0 || !(gates.textKeys || gates.storable) // the outermost keys of a map are judged as keys of a map
        if (isScalar(key) && own && keys.has(sourceOf(key))) {
          say(
            'duplicate-key',
            ['G1'],
            `Remove or rename the second ${shown(sourceOf(key))} in ${name}: a key may stand only once in a map, ${consequence(['G1'])}.`,
          )
        }
        if (isScalar(key)) keys.add(sourceOf(key))
        if (key && !isScalar(key) && own) {
          say(
            'key-shape',
            ['G1'],
            `Write words as keys in ${name}: a list or map cannot be one ("yaml: invalid map key"), ${consequence(['G1'])}.`,
          )
        } else if (own && !isMergeKey(key) && !(isScalar(key) && readAsGo(key).kind === 'text')) {
          const by: By[] = gates.sdk === 'json' ? ['G3', 'G5'] : ['G3']
          const shownKey = isScalar(key) ? shown(sourceOf(key)) : 'the empty key'
          say(
            'not-storable',
            by,
            `Put ${shownKey} in ${name} in quotes: keys must be text, Dify cannot store it otherwise ("json: unsupported type"), ${consequence(by)}.`,
          )
        }
        push(place, stack, pair.value, depth)
      }
    }
  }
}

function push(place: Place, stack: { node: Node; depth: number }[], value: unknown, depth: number): void {
  const node = resolved(place.facts, value)
  if (node && !isNull(node)) stack.push({ node, depth: depth + 1 })
}
