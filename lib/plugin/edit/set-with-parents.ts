import { valueAt } from '../schema/file-reference'
import { setIn, type EditResult } from '../yaml/edit'
import type { YamlPath } from '../yaml/parse'
import { isRecord } from '../yaml/nodes'

/** Sets a place of the text whose value is `root`, and makes the maps above it where none stand. */
export function setWithParents(text: string, root: unknown, path: YamlPath, value: unknown): EditResult {
  let depth = path.length - 1
  while (depth > 0 && !isRecord(valueAt(root, path.slice(0, depth)))) depth -= 1
  const nested = path.slice(depth + 1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
  return setIn(text, path.slice(0, depth + 1), nested)
}
