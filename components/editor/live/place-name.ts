import { textOf, type Files } from '@/lib/plugin/files'
import { documentTypeOf, readDocument } from '@/lib/plugin/references'
import { fieldAt, fieldTree } from '@/lib/plugin/schema/field-tree'
import type { Person } from './messages'
import { pathFromPointer } from '@/lib/plugin/yaml/pointer'

/** Where somebody is, in words: "Search, Label". */
export function placeName(files: Files, { file, at }: Person['place']): string {
  const type = documentTypeOf(files, file)
  if (!type) return file
  const label = readDocument(textOf(files, file) ?? '', type).label ?? file
  const path = pathFromPointer(at)
  // A text in one language goes by the name of its field.
  const field = [path, path.slice(0, -1)].map((each) => each.length > 0 && fieldAt(fieldTree(type), each)?.meta.title)
  const title = field.find(Boolean)
  return title ? `${label}, ${title}` : label
}
