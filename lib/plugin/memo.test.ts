import { expect, test } from 'vitest'
import { memoByText } from './memo'

test('computes once for a text and a key', () => {
  const seen: string[] = []
  const lengthOf = memoByText((text: string, key: string) => {
    seen.push(`${key} ${text}`)
    return text.length
  })
  expect([lengthOf('abc', 'x'), lengthOf('abc', 'x'), lengthOf('abc', 'y'), lengthOf('ab', 'x')]).toEqual([3, 3, 3, 2])
  expect(seen).toEqual(['x abc', 'y abc', 'x ab'])
})

test('forgets what was not used for long when the texts grow too many', () => {
  let count = 0
  const lengthOf = memoByText((text: string, _key: string) => {
    count += 1
    return text.length
  })
  const texts = Array.from({ length: 9 }, (_, index) => String(index).repeat(500_000))
  for (const text of texts) lengthOf(text, 'x')
  expect(count).toBe(9)
  lengthOf(texts[8] ?? '', 'x')
  expect(count).toBe(9)
  lengthOf(texts[0] ?? '', 'x')
  expect(count).toBe(10)
})
