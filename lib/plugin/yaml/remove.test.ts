import { describe, expect, it } from 'vitest'
import { removeIn } from './edit'
import type { YamlPath } from './parse'

function remove(text: string, path: YamlPath): string {
  const result = removeIn(text, path)
  return result.ok ? result.text : `refused: ${result.reason}`
}

describe('removing an entry', () => {
  it('takes its lines and the comment directly above, and keeps those of its neighbours', () => {
    const text = '# head\n\n# of a\na: 1 # behind a\n# of b\nb:\n  c: 1\n  # deep\n# of d\nd: 1\n'
    expect(remove(text, ['b'])).toBe('# head\n\n# of a\na: 1 # behind a\n# of d\nd: 1\n')
    expect(remove(text, ['a'])).toBe('# head\n\n# of b\nb:\n  c: 1\n  # deep\n# of d\nd: 1\n')
  })

  it('leaves a comment alone that a blank line parts from it, and the one on top of the file', () => {
    expect(remove('a: 1\n\n# section\n\nb: 2\nc: 3\n', ['b'])).toBe('a: 1\n\n# section\n\nc: 3\n')
    expect(remove('# license\na: 1\nb: 2\n', ['a'])).toBe('# license\nb: 2\n')
  })

  it('does not let two blank lines meet, nor the file end with one', () => {
    expect(remove('a: 1\n\nb: 2\n\nc: 3\n', ['b'])).toBe('a: 1\n\nc: 3\n')
    expect(remove('a: 1\n\nb: 2\n', ['b'])).toBe('a: 1\n')
  })

  it('keeps a missing final newline missing', () => {
    expect(remove('a: 1\nb: 2', ['b'])).toBe('a: 1')
    expect(remove('a:\n  b: 1', ['a', 'b'])).toBe('a: {}')
    expect(remove('a: 1\r\nb: 2', ['b'])).toBe('a: 1')
  })

  it('adds the final newline where the text before would lose its own', () => {
    expect(remove('a: |\n  text\nb: 2', ['b'])).toBe('a: |\n  text\n')
  })

  it('moves the next entry up to the dash', () => {
    expect(remove('- a: 1\n  b: 2\n', [0, 'a'])).toBe('- b: 2\n')
    expect(remove('- a: 1\n  # of b\n  b: 2\n', [0, 'a'])).toBe('- # of b\n  b: 2\n')
    expect(remove('- - x\n  - y\n', [0, 0])).toBe('- - y\n')
  })

  it('takes the lines of a block scalar with their blank ones', () => {
    expect(remove('a: |+\n  x\n\n\nb: 1\n', ['a'])).toBe('b: 1\n')
    expect(remove('a: |+\n  x\n\n\nb: >\n  y\n\nc: 1\n', ['b'])).toBe('a: |+\n  x\n\n\nc: 1\n')
  })

  it('takes an entry with an explicit or odd key', () => {
    expect(remove('? long key\n: value\nb: 1\n', ['long key'])).toBe('b: 1\n')
    expect(remove('"a/b": 1\nyes: 2\n', ['yes'])).toBe('"a/b": 1\n')
  })
})

describe('removing the only entry', () => {
  it("leaves empty brackets on the parent's line and the comment there", () => {
    expect(remove('a: # c\n  # of b\n  b: 1 # d\nc: 1\n', ['a', 'b'])).toBe('a: {} # c\nc: 1\n')
    expect(remove('a:\n- x\nc: 1\n', ['a', 0])).toBe('a: []\nc: 1\n')
    expect(remove('- only: 1\n- b\n', [0, 'only'])).toBe('- {}\n- b\n')
    expect(remove('- - x\n- b\n', [0, 0])).toBe('- []\n- b\n')
    expect(remove('-\n  a: 1\n', [0, 'a'])).toBe('- {}\n')
    expect(remove('a: &x\n  b: 1\n', ['a', 'b'])).toBe('a: &x {}\n')
  })

  it('keeps the comments that are not its own', () => {
    expect(remove('a:\n  # all\n\n  # of b\n  b: 1\n  # after\nc: 1\n', ['a', 'b'])).toBe(
      'a: {}\n  # all\n\n  # after\nc: 1\n',
    )
  })

  it('works for the whole document', () => {
    expect(remove('# head\na: 1\n', ['a'])).toBe('# head\n{}\n')
    expect(remove('- a', [0])).toBe('[]')
  })
})

describe('removing an item', () => {
  it('takes its lines at any indentation of the dash', () => {
    expect(remove('a:\n- 1 # one\n# of two\n- 2\n- 3\n', ['a', 1])).toBe('a:\n- 1 # one\n- 3\n')
    expect(remove('a:\n    -   x: 1\n        y: 2\n    -   z: 3\n', ['a', 0])).toBe('a:\n    -   z: 3\n')
  })
})

describe('removing inside of brackets', () => {
  it('takes one comma along', () => {
    expect(remove('a: [1, 2, 3] # c\n', ['a', 0])).toBe('a: [2, 3] # c\n')
    expect(remove('a: [1, 2, 3]\n', ['a', 1])).toBe('a: [1, 3]\n')
    expect(remove('a: [1, 2, 3]\n', ['a', 2])).toBe('a: [1, 2]\n')
    expect(remove('a: {b: 1, c: 2}\n', ['a', 'c'])).toBe('a: {b: 1}\n')
    expect(remove('a: [ 1 ]\n', ['a', 0])).toBe('a: []\n')
    expect(remove('a: [1, 2,]\n', ['a', 1])).toBe('a: [1,]\n')
  })

  it('takes the line of an item that has its own', () => {
    expect(remove('a: [\n  1, # one\n  2,\n  3\n]\n', ['a', 1])).toBe('a: [\n  1, # one\n  3\n]\n')
    expect(remove('a: [\n  1,\n  2\n]\n', ['a', 1])).toBe('a: [\n  1\n]\n')
  })

  it('keeps comments between items', () => {
    expect(remove('{a: 1, b: [x], # inside\n e: "f"}\n', ['b'])).toBe('{a: 1, # inside\n e: "f"}\n')
    expect(remove('[a, # c\n b]\n', [1])).toBe('[a # c\n ]\n')
  })

  it('empties a pair without brackets of its own', () => {
    expect(remove('[a: 1, b]\n', [0, 'a'])).toBe('[{}, b]\n')
  })
})

describe('what cannot be removed', () => {
  it('is a value that an alias repeats', () => {
    const text = 'a: &x 1\nb: *x\n'
    expect(remove(text, ['a'])).toBe('refused: Edit this in the text: *x repeats what is named &x here.')
    expect(remove(text, ['b'])).toBe('a: &x 1\n')
  })

  it('is what is not there, and the whole file', () => {
    expect(remove('a: 1\n', ['b'])).toBe('refused: Make "b" first: there is none in the top level.')
    expect(remove('a: 1\n', [])).toMatch(/the whole file is not one/)
  })
})
