import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'
import { anchored } from './locate'
import { isRecord, nodeOrNull } from './nodes'
import type { YamlText } from './parse'
import { readAsCore } from './readings'
import { entriesOf, matches } from './verify'

/** True when YAML 1.2 core reads this value in a node, through aliases; the keys of maps may stand in another order. */
export function reads(yaml: YamlText, node: Node | null, value: unknown): boolean {
  if (node === null) return value === null
  if (isAlias(node)) {
    const target = anchored(yaml, node.source)
    return target !== undefined && reads(yaml, target, value)
  }
  if (isScalar(node)) return matches(readAsCore(node), value)
  if (isSeq(node)) {
    return (
      Array.isArray(value) &&
      value.length === node.items.length &&
      node.items.every((item, index) => reads(yaml, nodeOrNull(item), value[index]))
    )
  }
  if (!isMap(node) || !isRecord(value)) return false
  const wanted = new Map(entriesOf(value))
  return (
    wanted.size === node.items.length &&
    node.items.every((pair) => {
      const key = isScalar(pair.key) ? (pair.key.source ?? '') : undefined
      return key !== undefined && wanted.has(key) && reads(yaml, nodeOrNull(pair.value), wanted.get(key))
    })
  )
}
