import { expect, test } from 'vitest'
import type { ItemMeta } from '../document'
import { followingTexts, nameKeyOf, newEntry, newItem, titleOf } from './new-item'

const parameter: ItemMeta = {
  noun: 'parameter',
  row: ['name'],
  form: [],
  starter: {
    name: '$name',
    type: 'string',
    label: { en_US: '$title' },
    human_description: { en_US: '$title' },
    llm_description: '$title',
  },
}

test('a name becomes words', () => {
  expect(titleOf('api_key')).toBe('Api key')
})

test('the texts of a new item follow its name', () => {
  expect(followingTexts(parameter, newItem(parameter, 'parameter_3'), 'parameter_3', 'days')).toEqual([
    { path: ['label', 'en_US'], value: 'Days' },
    { path: ['human_description', 'en_US'], value: 'Days' },
    { path: ['llm_description'], value: 'Days' },
  ])
})

test('a text that somebody wrote stays', () => {
  const value = { name: 'parameter', label: { en_US: 'Days' }, llm_description: 'Parameter' }
  expect(followingTexts(parameter, value, 'parameter', 'days')).toEqual([{ path: ['llm_description'], value: 'Days' }])
  expect(followingTexts(parameter, value, 'parameter', '')).toEqual([])
})

test('an entry of a map has its name as key alone', () => {
  const item = { ...parameter, starter: { name: '$name', label: { en_US: '$title' } } }
  expect(newEntry(item, 'api_key')).toEqual({ label: { en_US: 'Api key' } })
  expect(newEntry({ ...parameter, starter: { label: '$title' } }, 'days')).toEqual({ label: 'Days' })
})

test('the key of the name is that of the starter', () => {
  expect(nameKeyOf(parameter)).toBe('name')
  expect(nameKeyOf({ ...parameter, starter: { label: '$title' } })).toBeUndefined()
})
