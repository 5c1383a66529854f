import { expect, test } from 'vitest'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { changedLines, isField, linesOf, rowOf } from './line-marks'

const text = `identity:
  name: search
parameters:
  - name: days
    # from today
    max: 14
  - name: units
    options:
      - value: a
`

test('a field has its lines, a row those from its dash to its last key', () => {
  expect(linesOf(text, ['identity', 'name'])).toEqual({ first: 2, last: 2 })
  expect(linesOf(text, ['parameters', 0])).toEqual({ first: 4, last: 6 })
  expect(linesOf(text, ['parameters', 0, 'max'])).toEqual({ first: 6, last: 6 })
  expect(linesOf(text, ['gone'])).toBeUndefined()
  expect(linesOf('a: [', ['a'])).toBeUndefined()
})

test('the row of a field is the innermost entry of a list, or the entry of a map of credentials', () => {
  expect(rowOf(text, ['parameters', 1, 'options', 0, 'value'], documentTypeById('tool'))).toEqual([
    'parameters',
    1,
    'options',
    0,
  ])
  expect(rowOf(text, ['identity', 'name'], documentTypeById('tool'))).toBeUndefined()
  const provider = 'credentials_for_provider:\n  key:\n    type: x\n'
  const at = ['credentials_for_provider', 'key', 'type']
  expect(rowOf(provider, at, documentTypeById('tool.provider'))).toEqual(['credentials_for_provider', 'key'])
  expect(rowOf(provider, at, undefined)).toBeUndefined()
})

test('only what is typed in counts as a field', () => {
  expect(isField(text, ['identity', 'name'])).toBe(true)
  expect(isField(text, ['identity'])).toBe(false)
})

test('changed lines are those of the replacements', () => {
  expect(changedLines('a\nb\nc\n', [{ from: 2, to: 3, text: 'b\nc' }])).toEqual([{ first: 2, last: 3 }])
  expect(changedLines('a\n', [{ from: 0, to: 2, text: '' }])).toEqual([{ first: 1, last: 1 }])
  const edits = [
    { from: 0, to: 1, text: 'x\ny' },
    { from: 4, to: 5, text: 'z' },
  ]
  expect(changedLines('x\ny\nb\nz\n', edits)).toEqual([
    { first: 1, last: 2 },
    { first: 4, last: 4 },
  ])
})
