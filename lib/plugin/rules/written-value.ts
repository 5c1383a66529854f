import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { DocumentType, Ref } from '../document'
import { memoByText } from '../memo'
import { parseYaml } from '../yaml/parse'
import { setEntry } from '../yaml/value'
import { entriesOf, factsOf, isNull, resolved, sourceOf, type NodeFacts } from './nodes'

/**
 * What a document refers to, read as Go does, which takes any scalar for text: `icon: 5` names a file `5`. Remembered by text.
 */
export const writtenRefs = memoByText((text: string, type: DocumentType): readonly Ref[] => {
  const { document } = parseYaml(text)
  const facts = factsOf(document)
  return type.refs(writtenValue(facts, document.contents, new Map()))
})

/** The value with every scalar as its text; a node that aliases repeat is one object, one that holds itself ends in null. */
function writtenValue(facts: NodeFacts, place: unknown, known: Map<Node, unknown>): unknown {
  const node = resolved(facts, place)
  if (node === null || isNull(node)) return null
  if (isScalar(node)) return sourceOf(node)
  if (known.has(node)) return known.get(node)
  known.set(node, null)
  const value = isSeq(node)
    ? node.items.map((item) => writtenValue(facts, item, known))
    : isMap(node)
      ? mapOf(facts, entriesOf(facts, node), known)
      : null
  known.set(node, value)
  return value
}

function mapOf(
  facts: NodeFacts,
  entries: ReturnType<typeof entriesOf>,
  known: Map<Node, unknown>,
): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const { key, value } of entries) setEntry(record, key, writtenValue(facts, value, known))
  return record
}
