import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Scalar, type YAMLMap } from 'yaml'
import { DEEPEST, TOO_DEEP, type Fault } from './compose'
import { isRecord, nodeOrNull } from './nodes'
import { readAsCore } from './readings'

/** The plain value of a document, which anchors are repeated, and what keeps it from being read. */
export interface ReadValue {
  value: unknown
  faults: Fault[]
  repeated: Map<Node, string>
}

/** Values that aliases may add to those that are written out (a "billion laughs" stays small in the file only). */
const MOST_REPEATED = 100_000

interface Walk {
  text: string
  anchors: Map<string, Node>
  values: Map<Node, unknown>
  /** How many values an anchored node stands for, aliases in it counted. */
  sizes: Map<Node, number>
  open: Set<Node>
  count: number
  added: number
  result: ReadValue
}

/** Reads all nodes once: YAML 1.2 core values, keys as text, merges followed, duplicates and bad aliases as faults. */
export function valueOfDocument(document: Document, text: string): ReadValue {
  const walk: Walk = {
    text,
    anchors: new Map(),
    values: new Map(),
    sizes: new Map(),
    open: new Set(),
    count: 0,
    added: 0,
    result: { value: null, faults: [], repeated: new Map() },
  }
  walk.result.value = valueOf(document.contents, walk, 0)
  return walk.result
}

function valueOf(node: Node | null, walk: Walk, depth: number): unknown {
  walk.count++
  if (node === null) return null
  if (isAlias(node)) return valueOfAlias(node, walk)
  const anchor = node.anchor
  const before = walk.count + walk.added
  if (anchor !== undefined) {
    walk.anchors.set(anchor, node)
    walk.open.add(node)
  }
  const value = depth > DEEPEST ? tooDeep(node, walk) : contentOf(node, walk, depth)
  if (anchor !== undefined) {
    walk.open.delete(node)
    walk.values.set(node, value)
    walk.sizes.set(node, walk.count + walk.added - before + 1)
  }
  return value
}

function contentOf(node: Exclude<Node, Alias>, walk: Walk, depth: number): unknown {
  if (isScalar(node)) return plainValue(node)
  if (isMap(node)) return valueOfMap(node, walk, depth)
  return isSeq(node) ? node.items.map((item) => valueOf(nodeOrNull(item), walk, depth + 1)) : null
}

function valueOfMap(map: YAMLMap, walk: Walk, depth: number): unknown {
  const own: Record<string, unknown> = {}
  let merged: Record<string, unknown> | undefined
  const seen = new Set<string>()
  for (const pair of map.items) {
    const keyNode = nodeOrNull(pair.key)
    if (keyNode && !isScalar(keyNode)) valueOf(keyNode, walk, depth + 1)
    else if (keyNode?.anchor !== undefined) valueOf(keyNode, walk, depth + 1)
    const key = keyText(keyNode, walk.text, (name) => walk.anchors.get(name))
    if (seen.has(key))
      fault(walk, keyNode, `Remove or rename the second "${shown(key)}": a key may stand only once in a map.`)
    seen.add(key)
    const value = valueOf(nodeOrNull(pair.value), walk, depth + 1)
    const mixed = isMergeKey(keyNode) ? mergeOf(value) : undefined
    if (mixed) merged = { ...mixed, ...merged }
    else setEntry(own, key, value)
  }
  return merged ? { ...merged, ...own } : own
}

/** What `<<` mixes in: a map, or the maps of a list, the first first; undefined where it is no map. */
function mergeOf(value: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(value)) {
    return value.every(isRecord) ? value.reduceRight((all, one) => ({ ...all, ...one }), {}) : undefined
  }
  return isRecord(value) ? value : undefined
}

function valueOfAlias(alias: Alias, walk: Walk): unknown {
  const target = walk.anchors.get(alias.source)
  if (!target)
    return fault(
      walk,
      alias,
      `Put "*${shown(alias.source)}" in quotes, or name a value above it &${shown(alias.source)}: no anchor has this name.`,
    )
  if (walk.open.has(target))
    return fault(walk, alias, `Remove this alias: "${shown(alias.source)}" would contain itself.`)
  walk.result.repeated.set(target, alias.source)
  walk.added += walk.sizes.get(target) ?? 0
  if (walk.added > MOST_REPEATED)
    return fault(walk, alias, 'Use fewer aliases: written out, this file would be too large to read.')
  return walk.values.get(target) ?? null
}

function tooDeep(node: Node, walk: Walk): null {
  return fault(walk, node, TOO_DEEP)
}

function fault(walk: Walk, node: Node | null, message: string): null {
  walk.result.faults.push({ message, offset: node?.range?.[0] ?? 0 })
  return null
}

/** The value of a scalar by YAML 1.2 core, as JSON has it: integers beyond 2^53 are rounded. */
export function plainValue(node: Scalar): unknown {
  const reading = readAsCore(node)
  if (reading.kind === 'null') return null
  if (reading.kind === 'int') return Number(reading.value)
  return reading.kind === 'time' ? reading.text : reading.value
}

/**
 * A key as text: that of its scalar (unquoted), of the scalar that an alias repeats, else its source. `anchored` gives the
 * node of an anchor's name.
 */
export function keyText(key: unknown, text: string, anchored: (name: string) => Node | undefined): string {
  const node = isAlias(key) ? anchored(key.source) : nodeOrNull(key)
  if (!node) return ''
  if (isScalar(node)) return node.source ?? ''
  return text.slice(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
}

/** `<<` unquoted and untagged is YAML 1.1's merge key, which PyYAML and Go follow. */
export function isMergeKey(key: Node | null): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN' && key.tag === undefined
}

/** Sets an own entry, whatever its name (`__proto__` too). */
export function setEntry(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true })
  } else record[key] = value
}

/** A name short enough for a sentence. */
function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
