import type { DocumentType } from '@/lib/plugin/document'
import { fieldAt, fieldTree } from '@/lib/plugin/schema/field-tree'
import { textAt } from '@/lib/plugin/schema/file-reference'
import { ownedTitle } from '@/lib/plugin/schema/owned-title'
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
  const title = type && fieldAt(fieldTree(type), at)?.meta.title
  if (!type || !title || !label.startsWith(title)) return label
  const item = fieldAt(fieldTree(type), at.slice(0, -2))?.meta.item
  const name = textAt(root, [...at])
  if (act === 'set' && at.at(-1) === 'name' && item && name) return `Rename ${item.noun} ${name}`
  return `${verbs[act]} ${ownedTitle(lowered(label), root, at)}`
}

/** "Label" inside of a sentence; OAuth and URL stay. */
function lowered(title: string): string {
  return /^[A-Z](?![A-Z])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
