import type { Section } from '@/lib/plugin/document'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { isMap, type FieldNode } from './field-node'

/** A field at its place below the root of a form. */
export interface PlacedField {
  readonly node: FieldNode
  readonly path: YamlPath
}

export interface PlacedSection {
  readonly id: string
  readonly title: string
  readonly summary?: string
  readonly fields: readonly PlacedField[]
  /** Folded away under "More". */
  readonly rare: readonly PlacedField[]
}

/** The field that a dotted path names; undefined where the schema has none. */
export function fieldAt(root: FieldNode, dotted: string): PlacedField | undefined {
  let node: FieldNode | undefined = root
  const path: string[] = []
  for (const key of dotted.split('.')) {
    node = node.fields?.find((field) => field.key === key)
    if (!node) return undefined
    path.push(key)
  }
  return { node, path }
}

const other: Section = { id: 'other', title: 'Other', summary: 'What the sections before do not name, and keys that Dify does not know. All of it stays in the file.', fields: [] } // prettier-ignore

/** The sections with their fields; what no section lists stands in one more, "Other", so that every field can be reached. */
export function sectionsOf(root: FieldNode, form: readonly Section[]): PlacedSection[] {
  const sections = form.map((section) =>
    placed(
      section,
      section.fields.flatMap((dotted) => fieldAt(root, dotted) ?? []),
    ),
  )
  const rest = unlisted(
    root,
    form.flatMap((section) => section.fields),
  )
  return [...sections, placed(other, rest)]
}

function placed(section: Section, fields: readonly PlacedField[]): PlacedSection {
  return {
    id: section.id,
    title: section.title,
    summary: section.summary,
    fields: fields.filter(({ node }) => !node.rare),
    rare: fields.filter(({ node }) => node.rare),
  }
}

function unlisted(root: FieldNode, listed: readonly string[], path: readonly string[] = []): PlacedField[] {
  return (root.fields ?? []).flatMap((node) => {
    const here = [...path, node.key]
    const dotted = here.join('.')
    if (listed.includes(dotted)) return []
    return listed.some((other) => other.startsWith(`${dotted}.`))
      ? unlisted(node, listed, here)
      : [{ node, path: here }]
  })
}

/** Keys of the value that the schema does not know and no field draws, in the maps whose fields the form lays out one by one. */
export function unknownKeys(root: FieldNode, form: readonly Section[], value: unknown): YamlPath[] {
  const listed = form.flatMap((section) => section.fields)
  const search = (node: FieldNode, here: unknown, path: readonly string[]): YamlPath[] => {
    if (!isMap(here) || !node.fields) return []
    const drawn = (key: string) =>
      // A text in a further language has a tab beside the others.
      (node.widget === 'localized' && typeof here[key] === 'string') || node.fields?.some((field) => field.key === key)
    const own = Object.keys(here).filter((key) => !drawn(key))
    const below = node.fields.flatMap((field) => {
      const dotted = [...path, field.key].join('.')
      const opened =
        field.widget === 'group' ||
        field.widget === 'localized' ||
        listed.some((other) => other.startsWith(`${dotted}.`))
      return opened ? search(field, here[field.key], [...path, field.key]) : []
    })
    return [...own.map((key) => [...path, key]), ...below]
  }
  return search(root, value, [])
}

/** True while the field has a place in the form: its conditions on the surrounding map hold. */
export function isShown(node: FieldNode, value: unknown, surrounding: unknown): boolean {
  if (value !== undefined) return true
  if (node.onlyWhenPresent) return false
  return Object.entries(node.showFor ?? {}).every(([key, words]) => {
    const found = isMap(surrounding) ? surrounding[key] : undefined
    return words.includes(String(found))
  })
}
