import { isAlias, isMap, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import type { YamlPath, YamlText } from './parse'
import { lineEnd } from './lines'
import { contentEnd } from './slots'
import { nodeOrNull } from './nodes'
import { isMergeKey, keyText } from './value'

export { lineColumn } from './lines'

/** The node at a path, through aliases and merges; undefined where the text has no such place. */
export function nodeAt(yaml: YamlText, path: YamlPath): Node | undefined {
  return walkTo(yaml, path)?.node ?? undefined
}

/** The offsets of the value at a path, of its key or dash where the value is empty; undefined where there is no such place. */
export function rangeOf(yaml: YamlText, path: YamlPath): { from: number; to: number } | undefined {
  const found = walkTo(yaml, path)
  if (!found) return undefined
  const value = found.node && trimmed(yaml.text, found.node)
  if (value && value.to > value.from) return value
  const key = found.pair && nodeOrNull(found.pair.key)
  if (key) return trimmed(yaml.text, key)
  return found.from === undefined ? undefined : { from: found.from, to: Math.max(found.from + 1, value ? value.to : 0) }
}

/** From the key or dash at a path up to the end of its value, without trailing comments and blank lines. */
export function entryRange(yaml: YamlText, path: YamlPath): { from: number; to: number } | undefined {
  const found = walkTo(yaml, path)
  if (!found) return undefined
  const value = found.node && trimmed(yaml.text, found.node)
  const from = found.from ?? value?.from ?? 0
  return { from, to: Math.max(value?.to ?? from, keyEnd(found.pair)) }
}

/** The path of the deepest entry that holds this offset; `[]` outside of all. The rest of an entry's last line is its own. */
export function pathAt(yaml: YamlText, offset: number): YamlPath {
  const path: (string | number)[] = []
  let node = yaml.document.contents
  while (node) {
    const entry: Entry | undefined = entriesOf(yaml, node).findLast((candidate) => candidate.from <= offset)
    if (!entry || offset > Math.max(entryEnd(yaml.text, entry), entry.from)) break
    path.push(entry.step)
    node = entry.node
  }
  return path
}

interface Entry {
  step: string | number
  node: Node | null
  pair?: Pair
  /** Offset of the key or dash. */
  from: number
}

interface Found {
  node: Node | null
  pair?: Pair
  from?: number
}

function walkTo(yaml: YamlText, path: YamlPath): Found | undefined {
  let found: Found = { node: yaml.document.contents }
  for (const step of path) {
    const next = childOf(yaml, found.node, step)
    if (!next) return undefined
    found = next
  }
  return found
}

function childOf(yaml: YamlText, node: Node | null, step: string | number): Found | undefined {
  const target = isAlias(node) ? anchored(yaml, node.source) : node
  const own = entriesOf(yaml, target ?? null).find((entry) => String(entry.step) === String(step))
  if (own || !isMap(target)) return own
  return mergedMaps(yaml, target)
    .map((merged) => childOf(yaml, merged, step))
    .find((found) => found !== undefined)
}

function mergedMaps(yaml: YamlText, map: YAMLMap): Node[] {
  const merge = map.items.find((pair) => isMergeKey(nodeOrNull(pair.key)))
  const value = merge && nodeOrNull(merge.value)
  if (!value) return []
  return isSeq(value) ? value.items.map(nodeOrNull).filter((node) => node !== null) : [value]
}

/** The node that aliases of this name repeat (names of problem-free texts; the last where a name is given twice). */
export function anchored(yaml: YamlText, name: string): Node | undefined {
  return [...yaml.repeated].findLast(([, anchor]) => anchor === name)?.[0]
}

/** The entries of a map or list with the offset of their key or dash. */
function entriesOf(yaml: YamlText, node: Node | null): Entry[] {
  if (isMap(node)) {
    return node.items.map((pair) => {
      const key = nodeOrNull(pair.key)
      const step = keyText(key, yaml.text, (name) => anchored(yaml, name))
      return {
        step,
        node: nodeOrNull(pair.value),
        pair,
        from: key?.range?.[0] ?? nodeOrNull(pair.value)?.range?.[0] ?? 0,
      }
    })
  }
  if (!isSeq(node)) return []
  const dashes = dashesOf(node.srcToken)
  return node.items.map((item, index) => {
    const value = nodeOrNull(item)
    return { step: index, node: value, from: dashes[index] ?? value?.range?.[0] ?? 0 }
  })
}

/** Offsets of the dashes of a block list, one for each item. */
function dashesOf(token: Node['srcToken']): number[] {
  if (token?.type !== 'block-seq') return []
  return token.items.flatMap((item) =>
    item.start.filter((part) => part.type === 'seq-item-ind').map((part) => part.offset),
  )
}

/** A node's offsets without the blank lines that belong to a block scalar and what follows a block collection. */
function trimmed(text: string, node: Node): { from: number; to: number } {
  const from = node.range?.[0] ?? 0
  let to = contentEnd(node)
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return { from, to }
}

function keyEnd(pair: Pair | undefined): number {
  const colon = pair?.srcToken?.sep?.find((part) => part.type === 'map-value-ind')
  return colon ? colon.offset + 1 : (nodeOrNull(pair?.key)?.range?.[1] ?? 0)
}

function entryEnd(text: string, entry: Entry): number {
  const end = Math.max(entry.node ? trimmed(text, entry.node).to : 0, keyEnd(entry.pair))
  return lineEnd(text, end)
}
