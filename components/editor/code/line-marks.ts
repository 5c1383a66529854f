import type { DocumentType } from '@/lib/plugin/document'
import { fieldAt, fieldTree } from '@/lib/plugin/schema/field-tree'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { entryRange, lineColumn } from '@/lib/plugin/yaml/locate'
import { parseYaml, type YamlPath } from '@/lib/plugin/yaml/parse'

/** Lines from 1, both ends included. */
export interface Lines {
  readonly first: number
  readonly last: number
}

/** The lines of a field in its text; undefined where it is not there or the text does not parse. */
export function linesOf(text: string, at: YamlPath): Lines | undefined {
  if (at.length === 0) return undefined
  const yaml = parseYaml(text)
  if (!yaml.ok) return undefined
  const range = entryRange(yaml, at)
  if (!range) return undefined
  const first = lineColumn(text, range.from).line
  return { first, last: Math.max(first, lineColumn(text, Math.max(range.from, range.to - 1)).line) }
}

/** True of a field that is typed in, not of a list or map that holds others. */
export function isField(text: string, at: YamlPath): boolean {
  const value = valueAt(parseYaml(text).value, at)
  return typeof value !== 'object' || value === null
}

/** The list row that holds a field, or else the entry of a map whose keys are names by the document's type. */
export function rowOf(text: string, at: YamlPath, type: DocumentType | undefined): YamlPath | undefined {
  const index = at.findLastIndex((key) => typeof key === 'number')
  if (index >= 0) return at.slice(0, index + 1)
  if (!type) return undefined
  const tree = fieldTree(type)
  const named = at.findLastIndex((_, depth) => {
    const map = fieldAt(tree, at.slice(0, depth))
    const holdsNames = map?.values ?? map?.shapes.some((shape) => shape.values)
    return Boolean(holdsNames) && !isField(text, at.slice(0, depth + 1))
  })
  return named < 0 ? undefined : at.slice(0, named + 1)
}

/** The lines of `after` that are new: where the replacements between the two texts stand, which are in order. */
export function changedLines(after: string, edits: readonly { from: number; to: number; text: string }[]): Lines[] {
  let grown = 0
  return edits.map(({ from, to, text }) => {
    const at = from + grown
    grown += text.length - (to - from)
    const first = lineColumn(after, at).line
    return { first, last: Math.max(first, lineColumn(after, at + Math.max(0, text.length - 1)).line) }
  })
}
