// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { textOf } from '@/lib/plugin/files'
import { documentTypeOf, documentsOf } from '@/lib/plugin/references'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { corpusOfAllKinds, corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { fieldsOf, isMap, type FieldNode } from './field-node'
import { languagesIn } from './languages'
import { sectionsOf, unknownKeys, type PlacedField } from './layout'

if (!hasCorpus) console.info('SKIPPED: fields of real plugins in their forms (../shared/corpus is absent)')

describe.skipIf(!hasCorpus)('every real plugin', () => {
  test.each(corpusOfAllKinds())('%s: all that stands in its documents can be reached in a form', (name) => {
    const files = corpusPlugin(name)
    const hidden = [...documentsOf(files).keys()].flatMap((path) => {
      const type = documentTypeOf(files, path)
      const { value } = parseYaml(textOf(files, path) ?? '')
      return type ? hiddenIn(fieldsOf(type), type.form, value).map((place) => `${path}: ${place}`) : [path]
    })
    expect(hidden).toEqual([])
  })
})

type Sections = Parameters<typeof sectionsOf>[1]

/** Places of a value that neither a section of its form nor "Other" draws. */
function hiddenIn(root: FieldNode, form: Sections, value: unknown): string[] {
  if (!isMap(value)) return value === null || value === undefined ? [] : ['no map']
  const placed = sectionsOf(root, form).flatMap(({ fields, rare }) => [...fields, ...rare])
  return hiddenBelow(root, value, [], { placed, unknown: unknownKeys(root, form, value).map((path) => path.join('.')) })
}

interface Drawn {
  placed: readonly PlacedField[]
  /** Dotted paths that "Other" shows. */
  unknown: readonly string[]
}

function hiddenBelow(node: FieldNode, value: unknown, path: readonly string[], drawn: Drawn): string[] {
  const dotted = path.join('.')
  const here = drawn.placed.find((field) => field.path.join('.') === dotted)
  if (here && node.widget !== 'group') return hiddenBy(node, value, dotted, drawn)
  if (value === null || value === undefined) return []
  if (!isMap(value)) return [`${dotted} is no map`]
  return Object.keys(value).flatMap((key) => {
    const field = node.fields?.find((each) => each.key === key)
    const own = [...path, key]
    if (!field) return drawn.unknown.includes(own.join('.')) ? [] : [own.join('.')]
    // The fields of a group stand in place.
    const placed = here ? [...drawn.placed, { node: field, path: own }] : drawn.placed
    return hiddenBelow(field, value[key], own, { ...drawn, placed })
  })
}

/** What a widget does not show of a value. */
function hiddenBy(node: FieldNode, value: unknown, dotted: string, { unknown }: Drawn): string[] {
  if (value === null || value === undefined || typeof value !== 'object') return []
  const keys = Object.keys(value)
  switch (node.widget) {
    case 'list':
    case 'entries':
    case 'options': {
      const entry = (isMap(value) ? node.namedEntry : undefined) ?? node.entry
      if (!entry) return [`${dotted} has no fields`]
      return Object.values(value).flatMap((item) =>
        hiddenIn(entry, node.item?.form ?? [], item).map((place) => `${dotted}[].${place}`),
      )
    }
    case 'localized': {
      const tabs = languagesIn(value).map(({ key }) => key)
      return keys.flatMap((key) =>
        tabs.includes(key) || unknown.includes(`${dotted}.${key}`) ? [] : [`${dotted}.${key}`],
      )
    }
    case 'strings':
    case 'tags':
      return Array.isArray(value) && value.every((item) => typeof item !== 'object')
        ? []
        : [`${dotted} is no list of texts`]
    case 'icon':
    case 'permissions':
    case 'schema':
    case 'value':
      return []
    default:
      return [`${dotted} is no ${node.widget}`]
  }
}
