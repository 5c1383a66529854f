import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'
import { textAt, valueAt } from './file-reference'

const names = ['name', 'variable', 'value']

/** A field's title with the nearest thing above it that has a name, at last the document (`namePath`): "Label of city". */
export function ownedTitle(title: string, root: unknown, path: YamlPath, namePath?: string): string {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const above = path.slice(0, depth)
    const owner = names.map((name) => textAt(root, [...above, name])).find((text) => text !== undefined)
    const key = above.at(-1)
    if (owner !== undefined) return `${title} of ${owner}`
    if (
      typeof key === 'string' &&
      isRecord(valueAt(root, above.slice(0, -1))) &&
      depth === path.length - 1 &&
      depth > 1
    )
      return `${title} of ${key}`
  }
  const document = namePath === undefined ? undefined : textAt(root, namePath.split('.'))
  return document === undefined || namePath === path.join('.') ? title : `${title} of ${document}`
}
