import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import { readAsGo, readAsPyYaml } from '../yaml/readings'

/** What a walk over all nodes of a document learns once. */
export interface NodeFacts {
  /** What each alias stands for; aliases without an anchor above them are absent. */
  targets: ReadonlyMap<Alias, Node>
  /** Every node once, in the order of the text. */
  visit: (see: (node: Node) => void) => void
}

/** Anchors and aliases of a document, as composers resolve them: an alias means the last anchor of its name above it. */
export function factsOf(document: Document): NodeFacts {
  const anchors = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  const visit = (see: (node: Node) => void) => walk(document.contents, see)
  visit((node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      if (target) targets.set(node, target)
    } else if (node.anchor !== undefined) anchors.set(node.anchor, node)
  })
  return { targets, visit }
}

/** Without recursion: hostile files nest deeper than the stack. */
function walk(root: Node | null, see: (node: Node) => void): void {
  const stack: Node[] = root ? [root] : []
  for (let node = stack.pop(); node; node = stack.pop()) {
    see(node)
    const below: readonly unknown[] = isMap(node)
      ? node.items.flatMap((pair) => [pair.key, pair.value])
      : isSeq(node)
        ? node.items
        : []
    for (let index = below.length - 1; index >= 0; index -= 1) {
      const child = below[index]
      if (isNode(child)) stack.push(child)
    }
  }
}

/** The node that a node stands for: through aliases; null for an empty place or an alias to nothing. */
export function resolved(facts: NodeFacts, node: unknown): Node | null {
  let here = isNode(node) ? node : null
  for (let hops = 0; isAlias(here) && hops < 100; hops += 1) here = facts.targets.get(here) ?? null
  return isAlias(here) ? null : here
}

/** One entry of a map as Go and PyYAML see it, merged ones too. */
export interface MapEntry {
  key: string
  keyNode: Node | null
  value: Node | null
  /** It comes from a map mixed in by `<<`. */
  merged: boolean
}

/** Entries of a map in their order, repeated keys included, then what `<<` mixes in. Keys are their text as written. */
export function entriesOf(facts: NodeFacts, map: YAMLMap, depth = 0): MapEntry[] {
  const own: MapEntry[] = []
  const mixed: MapEntry[] = []
  for (const pair of map.items) {
    const keyNode = resolved(facts, pair.key)
    if (isMergeKey(keyNode)) {
      if (depth < 10) mixed.push(...mergedEntries(facts, pair.value, depth))
      continue
    }
    own.push({
      key: isScalar(keyNode) ? sourceOf(keyNode) : '',
      keyNode: isNode(pair.key) ? pair.key : null,
      value: resolved(facts, pair.value),
      merged: false,
    })
  }
  if (mixed.length === 0) return own
  const names = new Set(own.map((entry) => entry.key))
  return [...own, ...mixed.filter((entry) => !names.has(entry.key) && names.add(entry.key))]
}

function mergedEntries(facts: NodeFacts, value: unknown, depth: number): MapEntry[] {
  const node = resolved(facts, value)
  const maps = isSeq(node) ? node.items.map((item) => resolved(facts, item)) : [node]
  return maps.flatMap((map) =>
    isMap(map) ? entriesOf(facts, map, depth + 1).map((entry) => ({ ...entry, merged: true })) : [],
  )
}

/** `<<`, unquoted and untagged. */
export function isMergeKey(key: Node | null): boolean {
  return isScalar(key) && sourceOf(key) === '<<' && !isQuoted(key) && key.tag === undefined
}

/** The text of a scalar as Go puts it into a text field. */
export function sourceOf(node: Scalar): string {
  return node.source ?? (typeof node.value === 'string' ? node.value : '')
}

export function isQuoted(node: Scalar): boolean {
  return node.type !== undefined && node.type !== 'PLAIN'
}

/** True where both YAML readers see nothing: an empty value, `~`, `null`. */
export function isNull(node: Node | null): boolean {
  return node === null || (isScalar(node) && readAsGo(node).kind === 'null' && readAsPyYaml(node).kind === 'null')
}
