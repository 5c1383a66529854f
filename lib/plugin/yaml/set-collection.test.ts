import { describe, expect, it } from 'vitest'
import { setIn } from './edit'
import type { YamlPath } from './parse'

function set(text: string, path: YamlPath, value: unknown): string {
  const result = setIn(text, path, value)
  return result.ok ? result.text : `refused: ${result.reason}`
}

describe('setting a list or map', () => {
  it('writes it below the key in the style of the file', () => {
    expect(
      set('x:\n    y: 1\n    l:\n    - 1\na: 1 # c\nb: 2\n', ['a'], { p: { q: 1 }, r: ['s', { t: 1, u: [] }] }),
    ).toBe(
      'x:\n    y: 1\n    l:\n    - 1\na: # c\n    p:\n        q: 1\n    r:\n    - s\n    - t: 1\n      u: []\nb: 2\n',
    )
  })

  it('makes null a map or list', () => {
    expect(set('a:\nb: 1\n', ['a'], { x: 1 })).toBe('a:\n  x: 1\nb: 1\n')
    expect(set('a: ~ # none\nb: 1\n', ['a'], ['x'])).toBe('a: # none\n  - x\nb: 1\n')
    expect(set('a:\nb: 1\n', ['a', 'x'], 1)).toBe('a:\n  x: 1\nb: 1\n')
    expect(set('a: null\nb: 1\n', ['a', '-'], 1)).toBe('a:\n  - 1\nb: 1\n')
  })

  it('begins behind a dash', () => {
    expect(set('- x\n- y\n', [0], { a: 1, b: [1, 2] })).toBe('- a: 1\n  b:\n    - 1\n    - 2\n- y\n')
    expect(set('-   x # c\n-   y\n', [1], [1, 2])).toBe('-   x # c\n-   - 1\n    - 2\n')
    expect(set('- x # c\n- y\n', [0], { a: 1, b: 2 })).toBe('- a: 1 # c\n  b: 2\n- y\n')
  })

  it('stays in brackets inside of brackets', () => {
    expect(set('a: {b: 1, c: [x]}\n', ['a', 'b'], { d: 'e, f', g: [true, null] })).toBe(
      'a: {b: {d: "e, f", g: [true, null]}, c: [x]}\n',
    )
  })

  it('writes empty ones as brackets', () => {
    expect(set('a:\n  b: 1\n  # inside\nc: 1\n', ['a'], {})).toBe('a: {}\nc: 1\n')
    expect(set('a: x\n', ['a'], [])).toBe('a: []\n')
  })

  it('becomes a scalar, and the comment behind the key stays', () => {
    expect(set('a: # c\n  b: 1\n  d:\n  - 1\n  # deep\n# low\ne: 1\n', ['a'], 'x')).toBe('a: x # c\n# low\ne: 1\n')
    expect(set('- a: 1\n  b: 2\n- c\n', [0], 'x')).toBe('- x\n- c\n')
    expect(set('a:\n- 1\n- 2\nb: 1\n', ['a'], 'one\ntwo\n')).toBe('a: |\n  one\n  two\nb: 1\n')
  })

  it('changes only what differs between two maps or lists', () => {
    const text = 'list: # all\n  # first\n  - name: a # A\n    size: 1\n  # second\n  - name: b # B\n    size: 2\n'
    const changed = text.replace('size: 2', 'size: 3\n    more: x')
    expect(
      set(
        text,
        ['list'],
        [
          { name: 'a', size: 1 },
          { name: 'b', size: 3, more: 'x' },
        ],
      ),
    ).toBe(changed)
    expect(set(text, ['list'], [{ name: 'b', size: 2 }])).toBe(
      'list: # all\n  # second\n  - name: b # B\n    size: 2\n',
    )
    expect(set(text, [], { list: [], other: 1 })).toBe('list: [] # all\nother: 1\n')
  })

  it('replaces the whole document', () => {
    expect(set('# head\na: 1\n', [], [1])).toBe('# head\n- 1\n')
    expect(set('x', [], { a: 1, b: 'two\nlines' })).toBe('a: 1\nb: |-\n  two\n  lines')
  })
})

describe('making what is missing', () => {
  it('adds the last key below the other entries of its map', () => {
    expect(set('a:\n  b: 1 # c\n  # deep\n\nd: 1\n', ['a', 'x'], 2)).toBe('a:\n  b: 1 # c\n  x: 2\n  # deep\n\nd: 1\n')
    expect(set('a: {b: 1}\n', ['a', 'x'], 'z')).toBe('a: {b: 1, x: z}\n')
    expect(set('a: {}\n', ['a', 'x'], 'z')).toBe('a:\n  x: z\n')
    expect(set('a: 1', ['b'], 2)).toBe('a: 1\nb: 2')
  })

  it('appends to a list', () => {
    expect(set('a:\n- 1\nb: 1\n', ['a', '-'], 2)).toBe('a:\n- 1\n- 2\nb: 1\n')
    expect(set('a:\n- 1\nb: 1\n', ['a', 1], 2)).toBe('a:\n- 1\n- 2\nb: 1\n')
    expect(set('a: []\n', ['a', '-'], { b: 1 })).toBe('a:\n  - b: 1\n')
    expect(set('a: [1]\n', ['a', '-'], { b: 1 })).toBe('a: [1, {b: 1}]\n')
  })

  it('refuses what has no parent', () => {
    expect(set('a: 1\n', ['b', 'c'], 1)).toBe('refused: Make "b" first: there is none in the top level.')
    expect(set('a: 1\n', ['a', 'c'], 1)).toBe('refused: Give another place than "c": "a" is neither a map nor a list.')
    expect(set('a: [1]\n', ['a', 5], 1)).toBe('refused: Give an index that is there in place of "5": "a" has 0.')
    expect(set('a: [1, 2]\n', ['a', 'b'], 1)).toBe(
      'refused: Give an index that is there in place of "b": "a" has 0 to 1.',
    )
    expect(set('a: []\n', ['a', 5], 1)).toBe('refused: Add an entry to "a" first: it is an empty list.')
  })

  it('fills an empty document', () => {
    expect(set('', ['a'], 1)).toBe('a: 1\n')
    expect(set('\ufeff', ['a'], 1)).toBe('\ufeffa: 1\n')
    expect(set('# head\n', ['a'], 1)).toBe('# head\na: 1\n')
    expect(set('# head', ['a'], 1)).toBe('# head\na: 1')
    expect(set('---\n', ['a'], 1)).toBe('---\na: 1\n')
    expect(set('# head\r\n', [], { a: [1] })).toBe('# head\r\na:\r\n  - 1\r\n')
  })
})
