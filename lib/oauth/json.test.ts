import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsedJson } from './json'

test('a whole number keeps all its digits', () => {
  expect(parsedJson('{"a":12345678901234567890,"b":[-9007199254740993],"c":1234567890123456}')).toEqual({
    a: 12345678901234567890n,
    b: [-9007199254740993n],
    c: 1234567890123456,
  })
})

test('digits in a text, a name or a fraction are none', () => {
  const json =
    '{"12345678901234567890":"n12345678901234567890","a":"\\"12345678901234567890","b":0.12345678901234567890}'
  expect(parsedJson(json)).toEqual(JSON.parse(json))
})

test('everything else is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify([value, 'n1', '1234567890123456'])
      const rounded = (_: string, each: unknown) => (typeof each === 'bigint' ? Number(each) : each)
      expect(JSON.stringify(parsedJson(json), rounded)).toBe(json)
    }),
  )
  expect(parsedJson('{"a":1234567890123456')).toBeUndefined()
})
