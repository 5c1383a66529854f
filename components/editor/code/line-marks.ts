import { entryRange } from '@/lib/plugin/yaml/locate'
import { parseYaml, type YamlPath } from '@/lib/plugin/yaml/parse'
import { lineColumn } from '@/lib/plugin/yaml/locate'

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

/** The list row that holds a field: the path up to its last position in a list, when there is one. */
export function rowOf(at: YamlPath): YamlPath | undefined {
  const index = at.findLastIndex((key) => typeof key === 'number')
  return index < 0 ? undefined : at.slice(0, index + 1)
}

/** The lines of `after` that are new: where the smallest replacement between the two texts stands. */
export function changedLines(after: string, edit: { from: number; text: string }): Lines {
  const first = lineColumn(after, edit.from).line
  return { first, last: Math.max(first, lineColumn(after, edit.from + Math.max(0, edit.text.length - 1)).line) }
}
