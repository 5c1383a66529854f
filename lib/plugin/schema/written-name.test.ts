import { expect, test } from 'vitest'
import { identifierName, itemNameRefusal, nameRefusal } from './written-name'

test('a parameter has a name that Python takes', () => {
  expect(nameRefusal(identifierName, 'has_space2')).toBeUndefined()
  expect(nameRefusal(identifierName, 'has space')).toBe('Use only letters, digits and "_" in the name, no digit first.')
  expect(nameRefusal(identifierName, '2nd')).toBe('Use only letters, digits and "_" in the name, no digit first.')
  expect(nameRefusal(identifierName, '')).toBe('Use only letters, digits and "_" in the name, no digit first.')
})

test('a field without a rule takes any text', () => {
  expect(nameRefusal(undefined, 'has space')).toBeUndefined()
})

test('a refused name of an item comes with one that would do', () => {
  expect(itemNameRefusal('Bad Name!')).toBe(
    'Use only letters, digits, "_" and "-" in the name, for example "bad_name".',
  )
  expect(itemNameRefusal('天気')).toBe('Use only letters, digits, "_" and "-" in the name.')
  expect(itemNameRefusal('web-Search_2')).toBeUndefined()
})
