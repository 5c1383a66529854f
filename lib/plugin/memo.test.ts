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

test('tells keys apart by the name that they are given', () => {
  let count = 0
  const memo = memoByText(
    (text: string, key: { id: string }) => {
      count += 1
      return `${text} ${key.id}`
    },
    ({ id }) => id,
  )
  expect([memo('a', { id: 'x' }), memo('a', { id: 'x' }), memo('a', { id: 'y' })]).toEqual(['a x', 'a x', 'a y'])
  expect(count).toBe(2)
})

test('forgets keys of one text too, though the text is short', () => {
  let count = 0
  const memo = memoByText((_text: string, key: number) => {
    count += 1
    return key
  })
  for (let key = 0; key < 30_000; key += 1) memo('', key)
  expect(count).toBe(30_000)
  memo('', 29_999)
  memo('', 20_000)
  expect(count).toBe(30_000)
  memo('', 0)
  expect(count).toBe(30_001)
})

test('remembers the last text even where it alone is too much', () => {
  let count = 0
  const memo = memoByText((text: string, key: string) => {
    count += 1
    return text.length + key.length
  })
  const long = 'x'.repeat(5_000_000)
  memo(long, 'a')
  memo(long, 'a')
  expect(count).toBe(1)
  memo(long, 'b')
  memo(long, 'a')
  expect(count).toBe(3)
})
