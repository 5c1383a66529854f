import { expect, test } from 'vitest'
import { lifetimeText } from './lifetime-text'

test.each([
  [0, '0 s'],
  [-5, '0 s'],
  [59, '59 s'],
  [60, '1 min 00 s'],
  [3128, '52 min 08 s'],
  [3900, '1 h 05 min'],
  [187_200, '2 d 4 h'],
])('%i s are "%s"', (seconds, text) => {
  expect(lifetimeText(seconds)).toBe(text)
})
