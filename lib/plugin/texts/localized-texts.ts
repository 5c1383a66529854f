import { textOf, type Files } from '../files'
import { documentsOf, documentTypeOf, readDocument } from '../references'
import { fieldTree } from '../schema/field-tree'
import { ownedTitle } from '../schema/owned-title'
import { walkFields } from '../schema/walk-fields'
import { languages } from '../schema/words'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'

/** One text of the plugin in its languages. */
export interface LocalizedText {
  file: string
  path: YamlPath
  /** "Label of city": the field, and what it belongs to. */
  title: string
  texts: Readonly<Record<string, string>>
}

/** Every localized field that stands in a document, in the order of the outline. Documents that do not parse are left out. */
export function localizedTexts(files: Files): LocalizedText[] {
  return [...documentsOf(files).keys()].flatMap((file) => {
    const type = documentTypeOf(files, file)
    const text = textOf(files, file)
    const read = type && text !== undefined ? readDocument(text, type) : undefined
    if (!type || !read?.ok) return []
    return [...walkFields(read.value, fieldTree(type))].flatMap(({ path, node, value }): LocalizedText[] => {
      if (node.meta.widget !== 'localized' || !isRecord(value)) return []
      const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      const title = ownedTitle(node.meta.title, read.value, path, type.namePath)
      return [{ file, path, title, texts: Object.fromEntries(texts) }]
    })
  })
}

/** The languages of a plugin's texts: those that Dify knows, then others as they are found. */
export function languagesOf(texts: readonly LocalizedText[]): string[] {
  return [...new Set([...languages, ...texts.flatMap((text) => Object.keys(text.texts))])]
}
