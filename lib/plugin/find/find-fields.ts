import { textOf, type Files } from '../files'
import { documentsOf, documentTypeOf, readDocument } from '../references'
import { fieldTree } from '../schema/field-tree'
import { walkFields } from '../schema/walk-fields'
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
    for (const { path, node } of walkFields(readDocument(text, type).value, fieldTree(type))) {
      // Entries of lists and of maps of names have a title in common; the place says which.
      if (typeof path.at(-1) === 'number' || !node.meta.title.toLowerCase().includes(wanted)) continue
      hits.push({ file, path, title: node.meta.title })
      if (hits.length === limit) return hits
    }
  }
  return hits
}
