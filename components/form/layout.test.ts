import { describe, expect, test } from 'vitest'
import { documentTypes } from '@/lib/plugin/kinds/registry'
import { fieldsOf, type FieldNode } from './field-node'
import { fieldAt, isShown, sectionsOf, unknownKeys } from './layout'

const leaves = (node: FieldNode, path: string[] = []): string[] =>
  node.fields ? node.fields.flatMap((field) => leaves(field, [...path, field.key])) : [path.join('.')]

describe('every document type', () => {
  test.each(documentTypes().map((type) => [type.id, type] as const))('%s can be reached field by field', (_, type) => {
    const root = fieldsOf(type)
    const placed = sectionsOf(root, type.form).flatMap((section) => [...section.fields, ...section.rare])
    const reached = new Set(placed.flatMap(({ node, path }) => leaves(node, [...path].map(String))))
    expect(leaves(root).filter((leaf) => !reached.has(leaf))).toEqual([])
  })

  test.each(documentTypes().map((type) => [type.id, type] as const))(
    '%s lists only fields that are there',
    (_, type) => {
      const root = fieldsOf(type)
      expect(type.form.flatMap((section) => section.fields).filter((field) => !fieldAt(root, field))).toEqual([])
    },
  )
})

const node = (part: Partial<FieldNode>): FieldNode => ({
  key: 'x',
  title: 'X',
  description: '',
  widget: 'text',
  required: false,
  types: ['string'],
  ...part,
})

test('a field with conditions shows while they hold, and always where it has a value', () => {
  const max = node({ showFor: { type: ['number'] } })
  expect(isShown(max, undefined, { type: 'number' })).toBe(true)
  expect(isShown(max, undefined, { type: 'string' })).toBe(false)
  expect(isShown(max, 3, { type: 'string' })).toBe(true)
  expect(isShown(node({ onlyWhenPresent: true }), undefined, {})).toBe(false)
})

test('unknown keys are found at the root and in the maps that the form lays out', () => {
  const root = node({
    widget: 'group',
    fields: [
      node({ key: 'identity', widget: 'group', fields: [node({ key: 'name' })] }),
      node({ key: 'free', widget: 'value' }),
    ],
  })
  const form = [{ id: 'a', title: 'A', fields: ['identity.name', 'free'] }]
  expect(unknownKeys(root, form, { identity: { name: 'x', more: 1 }, free: { inside: 1 }, x_own: 2 })).toEqual([
    ['x_own'],
    ['identity', 'more'],
  ])
})

test('unknown keys are found in groups of groups and beside texts, but a further language has a tab', () => {
  const label = node({ key: 'label', widget: 'localized', fields: [node({ key: 'en_US' })] })
  const root = node({ widget: 'group', fields: [node({ key: 'inner', widget: 'group', fields: [label] })] })
  const value = { inner: { label: { en_US: 'A', ko_KR: 'B', url: { en_US: 'C' } }, more: 1 } }
  expect(unknownKeys(root, [], value)).toEqual([
    ['inner', 'more'],
    ['inner', 'label', 'url'],
  ])
})
