import { textOf } from '@/lib/plugin/files'
import { documentTypeOf, readDocument } from '@/lib/plugin/references'
import { fieldAt, fieldTree } from '@/lib/plugin/schema/field-tree'
import { ownedTitle } from '@/lib/plugin/schema/owned-title'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { EditorState } from '../store/store'

/** The field that is chosen in the form, by its title and what it belongs to; undefined where none is. */
export function chosenField({ files, place }: EditorState): { path: string; at: YamlPath; title: string } | undefined {
  const { file, at } = place
  const type = at.length === 0 ? undefined : documentTypeOf(files, file)
  if (!type) return undefined
  const title = fieldAt(fieldTree(type), at)?.meta.title
  const value = readDocument(textOf(files, file) ?? '', type).value
  return { path: file, at, title: ownedTitle(title || String(at.at(-1)), value, at, type.namePath) }
}
