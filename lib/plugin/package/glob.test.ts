import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGlob, matchGlob } from './glob'

/** Pattern, name, whether Go's filepath.Match takes it (the table of its own test file, without separators). */
const table: readonly [string, string, boolean][] = [
  ['abc', 'abc', true],
  ['*', 'abc', true],
  ['*c', 'abc', true],
  ['a*', 'a', true],
  ['a*', 'abc', true],
  ['a*b*c*d*e*', 'axbxcxdxe', true],
  ['a*b?c*x', 'abxbbxdbxebxczzx', true],
  ['a*b?c*x', 'abxbbxdbxebxczzy', false],
  ['ab[c]', 'abc', true],
  ['ab[b-d]', 'abc', true],
  ['ab[e-g]', 'abc', false],
  ['ab[^c]', 'abc', false],
  ['ab[^b-d]', 'abc', false],
  ['ab[^e-g]', 'abc', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'ab', false],
  ['a?b', 'a☺b', true],
  ['a[^a]b', 'a☺b', true],
  ['a???b', 'a☺b', false],
  ['[a-ζ]*', 'α', true],
  ['*[a-ζ]', 'A', false],
  ['[\\]a]', ']', true],
  ['[\\-]', '-', true],
  ['[x\\-]', 'x', true],
  ['[x\\-]', '-', true],
  ['[x\\-]', 'z', false],
  ['[\\-x]', 'a', false],
  ['*x', 'xxx', true],
  ['**', 'anything', true],
  ['a**b', 'axxb', true],
  ['', '', true],
  ['', 'a', false],
  ['?', '', false],
  ['[!x]', 'x', true],
  ['[!x]', '!', true],
  ['[!x]', 'y', false],
  ['[*]', '*', true],
  ['a[*]b', 'axb', false],
]

const malformed = ['[]a]', '[-]', '[x-]', '[-x]', '\\', '[a-b-c]', '[', '[^', '[^bc', 'a[', 'a[b', 'a\\', '[]', '[a-']

describe('isGlob', () => {
  it('takes every pattern that Go takes', () => {
    expect(table.filter(([pattern]) => !isGlob(pattern))).toEqual([])
  })

  it.each(malformed)('refuses %j', (pattern) => {
    expect(isGlob(pattern)).toBe(false)
  })
})

describe('matchGlob', () => {
  it.each(table)('%j on %j is %j', (pattern, name, matches) => {
    expect(matchGlob(pattern, name)).toBe(matches)
  })

  it.each(malformed)('the malformed %j matches nothing', (pattern) => {
    for (const name of ['', 'a', '-', ']', 'x', 'b', '[', 'a[b', '\\', pattern])
      expect(matchGlob(pattern, name)).toBe(false)
  })

  it('takes every name for itself when its special characters are escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (name) => {
        expect(matchGlob(name.replaceAll(/[*?[\]\\]/g, '\\$&'), name)).toBe(true)
      }),
    )
  })

  it('answers at once on a pattern made to be slow', () => {
    expect(matchGlob(`${'*a'.repeat(60)}b`, 'a'.repeat(200))).toBe(false)
  })
})
