import type { DocumentType } from '@/lib/plugin/document'
import { fieldAt, fieldTree } from '@/lib/plugin/schema/field-tree'
import { textAt } from '@/lib/plugin/schema/file-reference'
import { ownedTitle } from '@/lib/plugin/schema/owned-title'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import type { YamlPath } from '@/lib/plugin/yaml/parse'

const verbs = { set: 'Change', remove: 'Remove', insert: 'Add to' } as const

/**
 * What undo calls an edit of a field: "Change label of city", "Rename parameter city". `root` is the document before it. A label that is
 * not the field's own title is a phrase already.
 */
export function stepLabel(
  type: DocumentType | undefined,
  root: unknown,
  at: YamlPath,
  label: string,
  act: keyof typeof verbs,
): string {
  if (!type) return label
  const titleAt = (path: YamlPath) => fieldAt(fieldTree(type), path)?.meta.title || undefined
  // A text in one language goes by the name of its field.
  const field = [at, at.slice(0, -1)].find((path) => label.startsWith(titleAt(path) ?? '\0'))
  if (!field) return label
  const item = fieldAt(fieldTree(type), at.slice(0, -2))?.meta.item
  const name = textAt(root, [...at])
  if (act === 'set' && label === 'Name' && item && name) return `Rename ${item.noun} ${name}`
  return `${verbs[act]} ${ownedTitle(titleInside(label), root, field, type.namePath)}`
}
