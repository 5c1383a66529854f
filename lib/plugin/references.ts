import type { DocumentType, Ref } from './document'
import { manifestPath, textOf, type Files } from './files'
import { itemLists } from './item-lists'
import { documentTypeById, kinds } from './kinds/registry'
import { memoByText } from './memo'
import { withoutPatterns } from './pattern-refs'
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
  return referencesOf(files).get(path) ?? []
}

/** Where a document is listed: the first place that names it as a document, whether or not the file is there. */
export function placeOf(files: Files, path: string): Reference | undefined {
  return linksOf(files).places.get(path)
}

/** Every place of this document that names a file; a pattern once for each file that it fits. */
export function referencesFrom(files: Files, path: string): readonly Ref[] {
  const type = documentTypeOf(files, path)
  const text = textOf(files, path)
  return type && text !== undefined ? withoutPatterns(readDocument(text, type).refs, files) : []
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
  /** As written: patterns stand for themselves. */
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
  /** Where each document is listed first, whether or not its file is there. */
  places: ReadonlyMap<string, Reference>
  /** Made when it is asked for: it reads every document. */
  references?: ReadonlyMap<string, readonly Reference[]>
  /** How many kinds there were: files of one that is loaded later are documents only then. */
  kinds: number
}

const knownLinks = new WeakMap<Files, Links>()

function linksOf(files: Files): Links {
  const known = knownLinks.get(files)
  if (known?.kinds === kinds.length) return known
  const links = { ...walk(files), kinds: kinds.length }
  knownLinks.set(files, links)
  return links
}

/** Reads only documents that list others: of a plugin with 200 tools two, so that it opens at once. */
function walk(files: Files): Pick<Links, 'documents' | 'places'> {
  const documents = new Map<string, string>()
  const places = new Map<string, Reference>()
  walkDocuments((path, type) => {
    if (documents.has(path) || !files.has(path)) return []
    documents.set(path, type.id)
    const text = textOf(files, path)
    const refs =
      text === undefined || !listsDocuments(type) ? [] : withoutPatterns(readDocument(text, type).refs, files)
    for (const ref of refs)
      if (documentTypeById(ref.as) && !places.has(ref.file)) places.set(ref.file, { ...ref, from: path })
    return refs
  })
  return { documents, places }
}

function listsDocuments(type: DocumentType): boolean {
  return itemLists(type).length > 0 || type === documentTypeById('manifest')
}

function referencesOf(files: Files): ReadonlyMap<string, readonly Reference[]> {
  return (linksOf(files).references ??= collect(files))
}

function collect(files: Files): ReadonlyMap<string, readonly Reference[]> {
  const references = new Map<string, Reference[]>()
  for (const from of documentsOf(files).keys()) {
    for (const ref of referencesFrom(files, from)) {
      const places = references.get(ref.file)
      if (places) places.push({ ...ref, from })
      else references.set(ref.file, [{ ...ref, from }])
    }
  }
  return references
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
