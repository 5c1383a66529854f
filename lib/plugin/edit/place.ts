import type { DocumentType } from '../document'
import { textOf, type Files } from '../files'
import { documentTypeById } from '../kinds/registry'
import { itemListOf, itemLists } from '../item-lists'
import { inShownOrder } from '../item-order'
import { fileStem } from '../python/names'
import { documentTypeOf, readDocument, referencesFrom } from '../references'
import { fieldAt, fieldTree } from '../schema/field-tree'
import type { WrittenName } from '../schema/written-name'
import { valueAt } from '../schema/file-reference'
import { parseYaml, type YamlPath } from '../yaml/parse'
import { refused, type Edited } from './edited'
import { partsOf } from './names'

/** The files that a document lists as items, as Dify shows them: all of them, or those of one type. */
export function itemsOf(files: Files, parent: string, type?: string): readonly string[] {
  const refs = referencesFrom(files, parent)
  return itemLists(documentTypeOf(files, parent)).flatMap((list) => {
    if (type !== undefined && list.type !== type) return []
    const items = refs.flatMap((ref) => (ref.as === list.type ? [ref.file] : []))
    return inShownOrder(files, parent, list, items)
  })
}

/** The document type of the items in a list of this parent; of its first list where none is named. */
export function itemTypeOf(files: Files, parent: string, type?: string): DocumentType | undefined {
  const list = itemListOf(documentTypeOf(files, parent), type)
  return list && documentTypeById(list.type)
}

/** What the editor writes as the name of a document, where its type has a rule of its own. */
export function nameRuleOf(type: DocumentType | undefined): WrittenName | undefined {
  return type?.namePath === undefined
    ? undefined
    : fieldAt(fieldTree(type), stepsOf(type.namePath))?.meta.gates?.written
}

/** The value of a document, as far as it can be read. */
export function valueOf(files: Files, file: string): unknown {
  const type = documentTypeOf(files, file)
  const text = textOf(files, file)
  return type && text !== undefined ? readDocument(text, type).value : undefined
}

/** A dotted path of a document type as steps. */
export function stepsOf(dotted: string): YamlPath {
  return dotted.split('.')
}

/** The name that a document gives itself, where its type has one. */
export function nameOf(files: Files, file: string, type = documentTypeOf(files, file)): string | undefined {
  if (type?.namePath === undefined) return undefined
  const name = valueAt(valueOf(files, file), stepsOf(type.namePath))
  return name === undefined || name === null || typeof name === 'object' ? undefined : String(name)
}

/** Whether the items of this parent carry their names as they are in their file names, capitals and dashes included. */
export function namesFilesVerbatim(files: Files, parent: string): boolean {
  return itemsOf(files, parent).some((file) => {
    const name = nameOf(files, file)
    return name !== undefined && name !== fileStem(name) && partsOf(file).stem === name
  })
}

/** A refusal with the place of the first error when this file's YAML cannot be read; undefined when it can. */
export function unreadable(files: Files, file: string): Edited | undefined {
  const text = textOf(files, file)
  if (text === undefined) return refused(`There is no text file ${file} in this plugin.`, file)
  const yaml = parseYaml(text)
  if (yaml.ok) return undefined
  const problem = yaml.problems[0]
  const reason = `Mend ${file} first: its YAML cannot be read.`
  return problem ? { ok: false, reason, file, line: problem.line, column: problem.column } : refused(reason, file)
}
