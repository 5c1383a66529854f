import { describe, expect, it } from 'vitest'
import { entryRange, lineColumn, nodeAt, pathAt, rangeOf } from './locate'
import { parseYaml } from './parse'

const text = `\
# head
a: 1 # behind
b:
  - x: |
      block

    y:
  - z # last
'c d': {e: [1, two]}
base: &base
  kind: text
use:
  <<: *base
`
const yaml = parseYaml(text)

function part(range: { from: number; to: number } | undefined): string | undefined {
  return range && text.slice(range.from, range.to)
}

describe('places', () => {
  it('have the range of their value, without blank lines and comments', () => {
    expect(part(rangeOf(yaml, ['a']))).toBe('1')
    expect(part(rangeOf(yaml, ['b', 0, 'x']))).toBe('|\n      block')
    expect(part(rangeOf(yaml, ['b', '1']))).toBe('z')
    expect(part(rangeOf(yaml, ['c d', 'e', 1]))).toBe('two')
    expect(part(rangeOf(yaml, ['b']))).toBe('- x: |\n      block\n\n    y:\n  - z')
  })

  it('have the range of their key where the value is empty', () => {
    expect(part(rangeOf(yaml, ['b', 0, 'y']))).toBe('y')
  })

  it('have the range of their whole entry', () => {
    expect(part(entryRange(yaml, ['a']))).toBe('a: 1')
    expect(part(entryRange(yaml, ['b', 0, 'y']))).toBe('y:')
    expect(part(entryRange(yaml, ['b', 1]))).toBe('- z')
    expect(part(entryRange(yaml, ['c d', 'e', 0]))).toBe('1')
  })

  it('are found through aliases and merges', () => {
    expect(part(rangeOf(yaml, ['use', 'kind']))).toBe('text')
    expect(nodeAt(yaml, ['use', 'kind'])).toBe(nodeAt(yaml, ['base', 'kind']))
  })

  it('are undefined where there is nothing', () => {
    expect(rangeOf(yaml, ['nothing'])).toBeUndefined()
    expect(rangeOf(yaml, ['a', 'b'])).toBeUndefined()
    expect(rangeOf(yaml, ['b', 7])).toBeUndefined()
    expect(nodeAt(parseYaml(''), ['a'])).toBeUndefined()
  })
})

describe('the path at an offset', () => {
  const at = (needle: string, plus = 0) => pathAt(yaml, text.indexOf(needle) + plus)

  it('is that of the deepest entry', () => {
    expect(at('a: 1')).toEqual(['a'])
    expect(at('block')).toEqual(['b', 0, 'x'])
    expect(at('y:')).toEqual(['b', 0, 'y'])
    expect(at('two')).toEqual(['c d', 'e', 1])
    expect(at('z # last')).toEqual(['b', 1])
  })

  it('goes on to the end of the line, comment included', () => {
    expect(at('behind', 6)).toEqual(['a'])
    expect(at('last', 4)).toEqual(['b', 1])
  })

  it('is empty outside of all entries', () => {
    expect(at('# head')).toEqual([])
    expect(pathAt(parseYaml(''), 0)).toEqual([])
  })
})

describe('line and column', () => {
  it('count from 1', () => {
    expect(lineColumn('ab\ncd', 0)).toEqual({ line: 1, column: 1 })
    expect(lineColumn('ab\ncd', 2)).toEqual({ line: 1, column: 3 })
    expect(lineColumn('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
    expect(lineColumn('ab\n', 99)).toEqual({ line: 2, column: 1 })
  })
})
