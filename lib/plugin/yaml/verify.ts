import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'
import { readAsCore, readAsGo, readAsPyYaml, type Reading } from './readings'
import type { Step } from './place'
import { isRecord, nodeOrNull } from './nodes'
import type { Collection } from './slots'

/** What must stand somewhere after an edit: an untouched node, a new value, or a collection of such. */
export type Expected = { node: Node | null } | { value: unknown } | { map: boolean; children: Child[] }

/** Expected entry: the key's untouched node or new text (undefined in a list). */
export interface Child {
  key?: Node | string | null
  expected: Expected
}

/** The children of a collection as they are. */
export function childrenOf(collection: Collection): Child[] {
  return isMap(collection)
    ? collection.items.map((pair) => ({ key: nodeOrNull(pair.key), expected: { node: nodeOrNull(pair.value) } }))
    : collection.items.map((item) => ({ expected: { node: nodeOrNull(item) } }))
}

/** The whole document when only what is at the end of these steps changes to `leaf`. */
export function expectedAt(steps: readonly Step[], leaf: Expected): Expected {
  return steps.reduceRight<Expected>((expected, { collection, index }) => {
    const children = childrenOf(collection)
    const child = children[index]
    if (child) children[index] = { ...child, expected }
    return { map: isMap(collection), children }
  }, leaf)
}

/** True when a document reads as expected: new values in every reading, and everything else with the same text and style. */
export function fits(node: Node | null, expected: Expected): boolean {
  if ('node' in expected) return sameNode(expected.node, node)
  if ('value' in expected) return readsAs(node, expected.value)
  const { children } = expected
  if (expected.map ? !isMap(node) : !isSeq(node)) return false
  if (!isMap(node) && !isSeq(node)) return false
  const found = childrenOf(node)
  return (
    found.length === children.length &&
    children.every((child, index) => {
      const other = found[index]
      return (
        other !== undefined &&
        sameKey(child.key, other.key) &&
        'node' in other.expected &&
        fits(other.expected.node, child.expected)
      )
    })
  )
}

function sameKey(expected: Child['key'], found: Child['key']): boolean {
  if (typeof found === 'string') return false
  if (typeof expected === 'string') return readsAs(found ?? null, expected)
  return sameNode(expected ?? null, found ?? null)
}

function sameNode(one: Node | null, other: Node | null): boolean {
  if (one === null || other === null) return (one ?? other) === null || isPlainEmpty(one ?? other)
  if (isAlias(one) || isAlias(other)) return isAlias(one) && isAlias(other) && one.source === other.source
  if (one.tag !== other.tag || one.anchor !== other.anchor) return false
  if (isScalar(one)) return isScalar(other) && one.source === other.source && one.type === other.type
  if (isMap(one)) {
    return (
      isMap(other) &&
      one.items.length === other.items.length &&
      one.items.every((pair, index) => {
        const twin = other.items[index]
        return (
          twin !== undefined &&
          sameNode(nodeOrNull(pair.key), nodeOrNull(twin.key)) &&
          sameNode(nodeOrNull(pair.value), nodeOrNull(twin.value))
        )
      })
    )
  }
  if (!isSeq(one)) return false
  return (
    isSeq(other) &&
    one.items.length === other.items.length &&
    one.items.every((item, index) => sameNode(nodeOrNull(item), nodeOrNull(other.items[index])))
  )
}

function isPlainEmpty(node: Node | null): boolean {
  return isScalar(node) && node.source === '' && node.type === 'PLAIN' && node.tag === undefined
}

/** True when YAML 1.2, PyYAML and Go all read this value in a node. */
export function readsAs(node: Node | null, value: unknown): boolean {
  if (Array.isArray(value)) {
    return (
      isSeq(node) &&
      node.items.length === value.length &&
      node.items.every((item, index) => readsAs(nodeOrNull(item), value[index]))
    )
  }
  if (isRecord(value)) {
    const entries = entriesOf(value)
    return (
      isMap(node) &&
      node.items.length === entries.length &&
      node.items.every((pair, index) => {
        const [key, wanted] = entries[index] ?? []
        return readsAs(nodeOrNull(pair.key), key) && readsAs(nodeOrNull(pair.value), wanted)
      })
    )
  }
  if (node === null) return value === null
  return isScalar(node) && [readAsCore, readAsPyYaml, readAsGo].every((read) => matches(read(node), value))
}

/** The entries that JSON would have of an object. */
export function entriesOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, entry]) => entry !== undefined)
}

/** True when a reading is this value, in kind too; an integer-valued number may be read as integer or fraction. */
export function matches(reading: Reading, value: unknown): boolean {
  switch (reading.kind) {
    case 'null':
      return value === null
    case 'bool':
      return value === reading.value
    case 'int':
      return typeof value === 'bigint'
        ? BigInt(reading.value) === value
        : typeof value === 'number' && Number(reading.value) === value
    case 'float':
      return (
        typeof value === 'number' && (value === reading.value || (Number.isNaN(value) && Number.isNaN(reading.value)))
      )
    case 'text':
      return value === reading.value
    default:
      return false
  }
}
