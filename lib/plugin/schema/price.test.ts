import { expect, it } from 'vitest'
import { perTokens } from './price'

it.each([
  ['0.000001', 'per 1M tokens'],
  ['1e-6', 'per 1M tokens'],
  ['0.001', 'per 1K tokens'],
  ['0.0001', 'per 10K tokens'],
  ['1', 'per token'],
  ['0.05', 'per 20 tokens'],
  ['0', undefined],
  ['-1', undefined],
  ['', undefined],
  ['x', undefined],
])('reads %j', (unit, words) => {
  expect(perTokens(unit)).toBe(words)
})
