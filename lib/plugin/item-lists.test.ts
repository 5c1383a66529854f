import { expect, test } from 'vitest'
import type { DocumentType } from './document'
import type { ItemList } from './item-list'
import { itemListOf, itemLists, offeredLists } from './item-lists'
import { documentTypeById } from './kinds/registry'

const list = (type: string, word?: string): ItemList => ({
  at: `models.${type}`,
  type,
  noun: type,
  folder: type,
  read: [],
  ...(word === undefined ? {} : { offered: { at: 'types', word } }),
})

function typeWith(items: DocumentType['items']): DocumentType | undefined {
  const type = documentTypeById('tool.provider')
  return type && { ...type, items }
}

test('reads one list and several alike', () => {
  expect(itemLists(typeWith(list('tool')))).toEqual([list('tool')])
  expect(itemLists(typeWith([list('llm'), list('tts')])).map(({ type }) => type)).toEqual(['llm', 'tts'])
  expect(itemLists(documentTypeById('tool'))).toEqual([])
  expect(itemLists(undefined)).toEqual([])
})

test('finds the list for a type of items, the first for none', () => {
  const type = typeWith([list('llm'), list('tts')])
  expect(itemListOf(type, 'tts')?.type).toBe('tts')
  expect(itemListOf(type)?.type).toBe('llm')
  expect(itemListOf(type, 'tool')).toBeUndefined()
})

test('offers a list while the document says so', () => {
  const type = typeWith([list('tool'), list('llm', 'llm'), list('tts', 'tts')])
  expect(offeredLists(type, { types: ['tts'] }).map((each) => each.type)).toEqual(['tool', 'tts'])
  for (const value of [undefined, {}, { types: 'tts' }, { types: [['tts']] }])
    expect(offeredLists(type, value).map((each) => each.type)).toEqual(['tool'])
})
