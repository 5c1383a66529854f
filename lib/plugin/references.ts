import type { DocumentType, Ref } from './document'
import { manifestPath, textOf, type Files } from './files'
import { documentTypeById } from './kinds/registry'
import { memoByText } from './memo'
import { parseYaml } from './yaml/parse'
import { valueOfDocument } from './yaml/value'

/** A place in the document `from` that names a file. */
export interface Reference extends Ref {
  from: string
}

/**
 * The documents of a plugin: the manifest and every existing file that it reaches through references, each with the id of its
 * document type, in the order of the lists that name them. A file that does not parse counts with what can be read of it.
 */
export function documentsOf(files: Files): ReadonlyMap<string, string> {
  return linksOf(files).documents
}

/** Every place that names this file, in whichever role. */
export function referencesTo(files: Files, path: string): readonly Reference[] {
  return linksOf(files).references.get(path) ?? []
}

/** Every place of this document that names a file. */
export function referencesFrom(files: Files, path: string): readonly Ref[] {
  const type = documentTypeOf(files, path)
  const text = textOf(files, path)
  return type && text !== undefined ? readDocument(text, type).refs : []
}

/** The document type of a file, or undefined where nothing names it as a document. */
export function documentTypeOf(files: Files, path: string): DocumentType | undefined {
  const id = documentsOf(files).get(path)
  return id === undefined ? undefined : documentTypeById(id)
}

export interface ReadDocument {
  /** False where the text does not parse; then the rest is what could be read of it. */
  ok: boolean
  value: unknown
  refs: readonly Ref[]
  /** How the outline names it. */
  label: string
}

/** A document's value and what it names, remembered by its text. */
export const readDocument = memoByText((text: string, type: DocumentType): ReadDocument => {
  const yaml = parseYaml(text)
  const value = yaml.ok ? yaml.value : valueOfDocument(yaml.document, text).value
  return { ok: yaml.ok, value, refs: type.refs(value), label: type.label(value, '') }
})

interface Links {
  documents: ReadonlyMap<string, string>
  references: ReadonlyMap<string, readonly Reference[]>
}

const known = new WeakMap<Files, Links>()

function linksOf(files: Files): Links {
  const links = known.get(files) ?? walk(files)
  known.set(files, links)
  return links
}

function walk(files: Files): Links {
  const documents = new Map<string, string>()
  const references = new Map<string, Reference[]>()
  walkDocuments((path, type) => {
    if (documents.has(path) || !files.has(path)) return []
    documents.set(path, type.id)
    const text = textOf(files, path)
    const refs = text === undefined ? [] : readDocument(text, type).refs
    for (const ref of refs) {
      const places = references.get(ref.file)
      if (places) places.push({ ...ref, from: path })
      else references.set(ref.file, [{ ...ref, from: path }])
    }
    return refs
  })
  return { documents, references }
}

/**
 * The walk from the manifest: hands over each place that is named as a document, in the order of the lists. What `visit` gives
 * back is walked next; it gives nothing for a document that it has seen.
 */
export function walkDocuments(visit: (path: string, type: DocumentType) => readonly Ref[]): void {
  const go = (path: string, typeId: string): void => {
    const type = documentTypeById(typeId)
    if (type) for (const ref of visit(path, type)) go(ref.file, ref.as)
  }
  go(manifestPath, 'manifest')
}
