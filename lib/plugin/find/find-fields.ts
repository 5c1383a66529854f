import type { Files } from '../files'
import { documentsOf, documentTypeOf, readDocument } from '../references'
import { fieldTree, type FieldNode } from '../schema/field-tree'
import { textOf } from '../files'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'

/** A field that stands in a document, by the title that the form gives it. */
export interface FieldHit {
  file: string
  path: YamlPath
  title: string
}

/** Fields of all documents whose title has these words, whatever their case, up to `limit`. */
export function findFields(files: Files, words: string, limit = 200): FieldHit[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  const hits: FieldHit[] = []
  for (const file of documentsOf(files).keys()) {
    const type = documentTypeOf(files, file)
    const text = textOf(files, file)
    if (!type || text === undefined) continue
    for (const { path, title } of titledFields(readDocument(text, type).value, fieldTree(type), [])) {
      if (!title.toLowerCase().includes(wanted)) continue
      hits.push({ file, path, title })
      if (hits.length === limit) return hits
    }
  }
  return hits
}

function* titledFields(value: unknown, node: FieldNode, path: YamlPath): Generator<{ path: YamlPath; title: string }> {
  if (Array.isArray(value)) {
    const { items } = node
    if (items) for (const [index, item] of value.entries()) yield* titledFields(item, items, [...path, index])
  } else if (isRecord(value)) {
    for (const [key, below] of Object.entries(value)) {
      const child = node.properties.get(key) ?? node.values
      if (!child) continue
      const own = [...path, key]
      if (node.properties.has(key)) yield { path: own, title: child.meta.title }
      yield* titledFields(below, child, own)
    }
  }
}
