import { describe, expect, it } from 'vitest'
import { isUuid } from './uuid'

describe('isUuid', () => {
  it.each([
    ['123e4567-e89b-12d3-a456-426614174000', true],
    ['123e4567e89b12d3a456426614174000', true],
    ['_123e4567-e89b-12d3-a456-426614174000_', true],
    ['_123e4567e89b12d3a456426614174000_', false],
    ['urn:uuid:123e4567-e89b-12d3-a456-426614174000', true],
    ['123e4567-e89b-12d3-a456-42661417400', false],
    ['g23e4567e89b12d3a456426614174000', false],
  ])('reads %s: %s', (text, expected) => {
    expect(isUuid(text)).toBe(expected)
  })
})
