import type { DocumentType } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'
import { pythonsOf } from '@/lib/plugin/follow-python'
import { documentsOf, documentTypeOf } from '@/lib/plugin/references'

/** The form's document for a file: the file itself where it is one, else the document that names it as its Python. */
export function documentFor(files: Files, path: string): { file: string; type: DocumentType } | undefined {
  const own = documentTypeOf(files, path)
  if (own) return { file: path, type: own }
  for (const file of documentsOf(files).keys()) {
    const type = pythonsOf(files, file).includes(path) ? documentTypeOf(files, file) : undefined
    if (type) return { file, type }
  }
  return undefined
}

/** The files of the code pane's tabs for what is chosen: the document and its Python, and the file itself. */
export function tabsFor(files: Files, place: { file: string; code: string }): string[] {
  const python = documentTypeOf(files, place.file) ? pythonsOf(files, place.file) : []
  const tabs = [place.file, ...python.filter((path) => files.has(path))]
  return tabs.includes(place.code) ? tabs : [...tabs, place.code]
}
