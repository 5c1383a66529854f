import { valueAt } from '../schema/file-reference'
import { setIn, type EditResult } from '../yaml/edit'
import type { YamlPath } from '../yaml/parse'

/** Sets a place of the text whose value is `root`, and makes the maps and lists above it where none stand. */
export function setWithParents(text: string, root: unknown, path: YamlPath, value: unknown): EditResult {
  return setIn(text, ...nested(root, path, value))
}

/** The deepest place that is there, and the value with the maps and lists that are missing around it. */
export function nested(root: unknown, at: YamlPath, value: unknown): [YamlPath, unknown] {
  let depth = 0
  while (depth < at.length - 1 && isContainer(valueAt(root, at.slice(0, depth + 1)))) depth += 1
  const wrapped = at
    .slice(depth + 1)
    .reduceRight<unknown>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value)
  return [at.slice(0, depth + 1), wrapped]
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
