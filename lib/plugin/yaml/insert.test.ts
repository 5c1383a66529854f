import { describe, expect, it } from 'vitest'
import { appendIn, insertEntry, insertIn, moveIn, renameKey, type EditResult } from './edit'
import { parseYaml } from './parse'

function text(result: EditResult): string {
  return result.ok ? result.text : `refused: ${result.reason}`
}

describe('inserting an item', () => {
  const list = 'a:\n# of one\n- 1 # one\n# of two\n- 2\n\nb: 1\n'

  it('stands between the lines of its neighbours', () => {
    expect(text(insertIn(list, ['a'], 1, 'x'))).toBe('a:\n# of one\n- 1 # one\n- x\n# of two\n- 2\n\nb: 1\n')
    expect(text(insertIn(list, ['a'], 0, 'x'))).toBe('a:\n- x\n# of one\n- 1 # one\n# of two\n- 2\n\nb: 1\n')
    expect(text(insertIn(list, ['a'], 2, 'x'))).toBe('a:\n# of one\n- 1 # one\n# of two\n- 2\n- x\n\nb: 1\n')
  })

  it('follows the spaces behind the dashes', () => {
    expect(text(insertIn('-   a: 1\n    b: 2\n', [], 1, { a: 3, b: 4 }))).toBe(
      '-   a: 1\n    b: 2\n-   a: 3\n    b: 4\n',
    )
  })

  it('stands behind the dash before it in a list that begins there', () => {
    expect(text(insertIn('- - x\n  - y\n', [0], 0, { a: 1, b: 2 }))).toBe('- - a: 1\n    b: 2\n  - x\n  - y\n')
  })

  it('keeps the missing newline and the value of a block at the end of the file', () => {
    expect(text(insertIn('- a', [], 1, 'b'))).toBe('- a\n- b')
    expect(text(insertEntry('a: |\n  text', [], 'b', 1))).toBe('a: |-\n  text\nb: 1')
  })

  it('takes one line where a block could not keep its line ends', () => {
    expect(text(insertEntry('a: 1', [], 'b', 'one\ntwo\n'))).toBe('a: 1\nb: "one\\ntwo\\n"')
    expect(text(insertIn('- a\n\n- b\n', [], 1, 'one\n\n'))).toBe('- a\n- "one\\n\\n"\n\n- b\n')
  })

  it('goes into brackets', () => {
    expect(text(insertIn('[a, b]', [], 0, 'x'))).toBe('[x, a, b]')
    expect(text(insertIn('[a, b]', [], 1, 'x'))).toBe('[a, x, b]')
    expect(text(insertIn('[a, b]', [], 2, 'x'))).toBe('[a, b, x]')
    expect(text(insertIn('[a, b,]', [], 2, 'x'))).toBe('[a, b, x,]')
    expect(text(insertIn('[\n  a, # A\n  b # B\n]\n', [], 2, 'x'))).toBe('[\n  a, # A\n  b, # B\n  x\n]\n')
    expect(text(insertIn('[\n  a, # A\n  b # B\n]\n', [], 1, 'x'))).toBe('[\n  a, # A\n  x,\n  b # B\n]\n')
    expect(text(insertIn('a: [[]]\n', ['a', 0], 0, 'x'))).toBe('a: [[x]]\n')
    expect(text(insertIn('a: [ # c\n]\n', ['a'], 0, 'x'))).toBe('a: [x # c\n]\n')
  })
})

describe('appending items', () => {
  it.each([
    ['a:\n- 1 # one\n# below\n\nb: 1\n'],
    ['a:\n  -   x: 1\n      y: 2\n'],
    ['a: [1, 2]\n'],
    ['a: []\n'],
    ['a:\nb: 1\n'],
    ['a:\n- |+\n  kept\n\n'],
  ])('to %j writes what one insertion after the other would', (start) => {
    const values = ['one', { x: 3, y: 'two\nlines\n' }, ['three', 4], 'yes']
    const count = (start.match(/^ *-|\d[,\]]/gm) ?? []).length
    const single = values.reduce<EditResult>(
      (edited, value, index) => (edited.ok ? insertIn(edited.text, ['a'], count + index, value) : edited),
      { ok: true, text: start },
    )
    expect(text(appendIn(start, ['a'], values))).toBe(text(single))
    expect(parseYaml(text(single)).value).toMatchObject({ a: expect.arrayContaining(values) })
  })

  it('keeps blocks where the last line has no end', () => {
    expect(text(appendIn('- a', [], ['one\ntwo', 'b']))).toBe('- a\n- |-\n  one\n  two\n- b')
  })

  it('reads a long list once', () => {
    const lines = Array.from({ length: 240 }, (_, index) => ({ value: `v${index}`, label: { en_US: `L ${index}` } }))
    const done = text(appendIn('o:\n  - value: a\n    label:\n      en_US: A\n', ['o'], lines))
    expect(parseYaml(done).value).toEqual({ o: [{ value: 'a', label: { en_US: 'A' } }, ...lines] })
  })
})

describe('inserting an entry', () => {
  it('stands where it is wanted', () => {
    expect(text(insertEntry('# head\na: 1\nb: 2\n', [], 'x', 0, 0))).toBe('# head\nx: 0\na: 1\nb: 2\n')
    expect(text(insertEntry('a: 1\nb: 2\n', [], 'x', [1], 1))).toBe('a: 1\nx:\n  - 1\nb: 2\n')
    expect(text(insertEntry('- a: 1\n', [0], 'x', 'two\nlines', 0))).toBe('- x: |-\n    two\n    lines\n  a: 1\n')
  })

  it('quotes a key that would be no text, and any beside one in double quotes', () => {
    expect(text(insertEntry('a: 1\n', [], 'yes', 1))).toBe('a: 1\n"yes": 1\n')
    expect(text(insertEntry('a: 1\n', [], '12', 1))).toBe('a: 1\n"12": 1\n')
    expect(text(insertEntry('{"a": 1}\n', [], 'b', 1))).toBe('{"a": 1, "b": 1}\n')
    expect(text(insertEntry('a: 1\n', [], '<<', 1))).toBe('a: 1\n"<<": 1\n')
  })

  it('gives a pair in brackets its own', () => {
    expect(text(insertEntry('[a: 1]\n', [0], 'b', 2))).toBe('[{a: 1, b: 2}]\n')
  })

  it('is refused for a name that is taken and for what an alias repeats', () => {
    expect(text(insertEntry('a: 1\n', [], 'a', 2))).toBe('refused: Choose another name: "a" is there already.')
    expect(text(insertEntry('a: &x {b: 1}\nc: *x\n', ['a'], 'd', 2))).toMatch(/\*x repeats it elsewhere/)
    expect(text(insertEntry('a: [1]\n', ['a'], 'd', 2))).toMatch(/^refused: /)
  })
})

describe('moving', () => {
  it('takes the comments of an entry along and leaves blank lines where they are', () => {
    const list = 'l:\n  # of a\n  - a # A\n  - b\n    # deep\n\n  # of c\n  - c: 1\n    d: 2\n'
    expect(text(moveIn(list, ['l'], 0, 2))).toBe(
      'l:\n  - b\n    # deep\n  # of c\n  - c: 1\n    d: 2\n\n  # of a\n  - a # A\n',
    )
    expect(text(moveIn('a: 1\nb: 2\nc: 3', [], 2, 0))).toBe('c: 3\na: 1\nb: 2')
  })

  it('changes the entry behind a dash', () => {
    expect(text(moveIn('- a: 1\n  # of b\n  b: 2\n', [0], 1, 0))).toBe('- # of b\n  b: 2\n  a: 1\n')
  })

  it('works in brackets', () => {
    expect(text(moveIn('[a, # A\n b, {c: d}]', [], 2, 0))).toBe('[{c: d}, # A\n a, b]')
  })

  it('keeps blank lines that belong to a text', () => {
    expect(text(moveIn('a: |+\n  x\n\nb: 1\n', [], 0, 1))).toBe('b: 1\na: |+\n  x\n\n')
  })

  it('drops blank lines at the end of the file that would become part of a text', () => {
    expect(text(moveIn('a: |+\n  x\nb: 1\n\n', [], 0, 1))).toBe('b: 1\na: |+\n  x\n')
    expect(text(moveIn('a: |\n  x\nb: 1', [], 0, 1))).toBe('b: 1\na: |\n  x\n')
  })

  it('refuses positions that are not there and aliases before their anchor', () => {
    expect(text(moveIn('[a]', [], 0, 1))).toMatch(/^refused: /)
    expect(text(moveIn('a: &x 1\nb: *x\n', [], 1, 0))).toMatch(/^refused: /)
    expect(text(moveIn('[a, b]', [], 1, 1))).toBe('[a, b]')
  })
})

describe('renaming a key', () => {
  it('changes the key alone and keeps its quotes', () => {
    expect(text(renameKey('a: &x 1 # c\n"b": 2\n', ['a'], 'z'))).toBe('z: &x 1 # c\n"b": 2\n')
    expect(text(renameKey('a: 1\n"b": 2\n', ['b'], 'z'))).toBe('a: 1\n"z": 2\n')
    expect(text(renameKey('{a: 1}', ['a'], 'x, y'))).toBe('{"x, y": 1}')
    expect(text(renameKey('a: 1\n', ['a'], 'no'))).toBe('"no": 1\n')
    expect(text(renameKey('a: 1\n', ['a'], 'a'))).toBe('a: 1\n')
  })

  it('is refused for a name that is taken and for an item', () => {
    expect(text(renameKey('a: 1\nb: 2\n', ['a'], 'b'))).toBe('refused: Choose another name: "b" is there already.')
    expect(text(renameKey('- 1\n', [0], 'b'))).toMatch(/no plain key/)
  })
})
