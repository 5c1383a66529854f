import { expect, test } from 'vitest'
import { mentionsIn, openMention } from './threads'

const people = ['Ann', 'Anna Lee', 'Bo', 'Bo'].map((name, index) => ({ id: `${name}${index}`, name }))

test('a text names whom it names, all of that name, and nobody whose name another one begins with', () => {
  expect(mentionsIn('@Anna Lee, look', people)).toEqual(['Anna Lee1'])
  expect(mentionsIn('@Bo and @Ann', people)).toEqual(['Ann0', 'Bo2', 'Bo3'])
})

test('a name counts at the start of a word, and all of the word', () => {
  const some = ['Ann', 'Bo (QA)', 'C. D.'].map((name) => ({ id: name, name }))
  expect(mentionsIn('info@Ann @Annabel @Ann_', some)).toEqual([])
  expect(mentionsIn('(@Ann), @Bo (QA) and @C. D.', some)).toEqual(['Ann', 'Bo (QA)', 'C. D.'])
})

test('one comment names at most as many as the server takes', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ id: String(index), name: 'Bo' }))
  expect(mentionsIn('@Bo', many)).toHaveLength(50)
})

test('a name is being typed behind an @ at the end, not within a word', () => {
  expect(openMention('ask @An')).toBe('An')
  expect(openMention('ask @')).toBe('')
  expect(openMention('me@example')).toBeUndefined()
  expect(openMention('@Ann ')).toBe('Ann ')
})
