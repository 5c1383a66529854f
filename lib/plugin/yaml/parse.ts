import type { Document, Node } from 'yaml'
import { composeText } from './compose'
import { lineColumn } from './lines'
import { valueOfDocument } from './value'

/** Keys as written and list indexes, from the root. */
export type YamlPath = readonly (string | number)[]

/** Why a text cannot be read, and where; line and column count from 1. */
export interface YamlProblem {
  message: string
  offset: number
  line: number
  column: number
}

/** A text and what YAML 1.2 (core schema) reads in it. */
export interface YamlText {
  readonly text: string
  /** The strict parser had nothing against it, and there is one document at most. */
  readonly ok: boolean
  /**
   * Plain value; undefined when not `ok`, null for an empty document. Keys are their text as written (`12`, `yes`), merges
   * (`<<`) are followed as PyYAML and Go do, aliases give the same object again.
   */
  readonly value: unknown
  readonly problems: readonly YamlProblem[]
  readonly document: Document
  /** The anchored nodes that an alias repeats, with the anchor's name. */
  readonly repeated: ReadonlyMap<Node, string>
}

const MOST_TEXTS = 400
const MOST_CHARACTERS = 1_000_000
const memo = new Map<string, YamlText>()
let remembered = 0

/**
 * Reads a text; never throws, whatever the text is. Cheap to call again with the same text: the last few hundred are
 * remembered.
 */
export function parseYaml(text: string): YamlText {
  const known = memo.get(text)
  if (known) {
    memo.delete(text)
    memo.set(text, known)
    return known
  }
  const yaml = read(text)
  memo.set(text, yaml)
  remembered += text.length
  for (const [oldest] of memo) {
    if (oldest === text || (memo.size <= MOST_TEXTS && remembered <= MOST_CHARACTERS)) break
    memo.delete(oldest)
    remembered -= oldest.length
  }
  return yaml
}

function read(text: string): YamlText {
  const { document, faults } = composeText(text)
  const read = valueOfDocument(document, text)
  const all = [...faults, ...(faults.length > 0 ? [] : read.faults)].sort((one, other) => one.offset - other.offset)
  const problems = all.map(({ message, offset }) => ({ message, offset, ...lineColumn(text, offset) }))
  const ok = problems.length === 0
  return { text, ok, value: ok ? read.value : undefined, problems, document, repeated: read.repeated }
}
