import { expect, test } from 'vitest'
import { readLifetime } from './read-lifetime'

test.each([
  [3600, 3600, []],
  ['3600', 3600, ['expires_in is a text; the standard wants a number.']],
  [' 3599.9 ', 3599, ['expires_in is a text; the standard wants a number.']],
  ['3_600', 3600, ['expires_in is a text; the standard wants a number.']],
  ['3__600', undefined, ['expires_in tells no lifetime: "3__600".']],
  ['1 hour', undefined, ['expires_in tells no lifetime: "1 hour".']],
  [true, 1, ['expires_in is true; the standard wants a number. Python makes 1 second of it.']],
  [false, undefined, ['expires_in tells no lifetime: false.']],
  [3599.9, 3599, ['expires_in is no whole number.']],
  [undefined, undefined, ['The answer does not say how long the token lives.']],
  [null, undefined, ['expires_in tells no lifetime: null.']],
  [0, undefined, ['expires_in tells no lifetime: 0.']],
  [-1, undefined, ['expires_in tells no lifetime: -1.']],
  ['0x10', undefined, ['expires_in tells no lifetime: "0x10".']],
  ['soon', undefined, ['expires_in tells no lifetime: "soon".']],
  [1e300, undefined, ['expires_in tells no lifetime: 1e+300.']],
  [400_000_000, 400_000_000, ['The token lives for more than ten years: Dify will never refresh it.']],
  [
    1_795_370_533,
    1_795_370_533,
    ['expires_in is 1795370533: that looks like a point in time, not like a number of seconds.'],
  ],
])('expires_in %j is read as %j', (value, seconds, texts) => {
  const { seconds: read, remarks } = readLifetime(value)
  expect(read).toBe(seconds)
  expect(remarks.map(({ text }) => text)).toEqual(texts)
})

test('a long number inside a list is told, and ends nothing', () => {
  expect(readLifetime([12345678901234567890n]).remarks[0]?.text).toBe(
    'expires_in tells no lifetime: ["12345678901234567890"].',
  )
})
