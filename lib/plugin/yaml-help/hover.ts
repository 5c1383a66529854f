import type { Files } from '../files'
import { documentTypeOf } from '../references'
import { fieldAt, fieldTree } from '../schema/field-tree'
import { entryRange, pathAt } from '../yaml/locate'
import { parseYaml } from '../yaml/parse'
import { factsOf } from './field-facts'

export interface Hover {
  /** Markdown: the title, what the field is for, what it takes. */
  text: string
  from: number
  to: number
}

/** What the field at an offset is; undefined where the schema knows none. The range is the entry's. */
export function hoverAt(files: Files, file: string, text: string, offset: number): Hover | undefined {
  const type = documentTypeOf(files, file)
  if (!type) return undefined
  const yaml = parseYaml(text)
  for (let path = pathAt(yaml, offset); path.length > 0; path = path.slice(0, -1)) {
    const node = fieldAt(fieldTree(type), path)
    const range = node && entryRange(yaml, path)
    if (!node || !range || node.meta.title === '') continue
    return { text: `**${node.meta.title}**\n\n${factsOf(node)}`, ...range }
  }
  return undefined
}
