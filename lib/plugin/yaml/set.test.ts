import { describe, expect, it } from 'vitest'
import { setIn } from './edit'
import type { YamlPath } from './parse'

function set(text: string, path: YamlPath, value: unknown): string {
  const result = setIn(text, path, value)
  return result.ok ? result.text : `refused: ${result.reason}`
}

describe('setting a scalar', () => {
  it('replaces exactly its range and keeps the comment behind it', () => {
    expect(set('a: 1 # one\nb:   x   # two\n', ['b'], 'z')).toBe('a: 1 # one\nb:   z   # two\n')
  })

  it('changes no byte for the value that is read there already', () => {
    for (const [text, value] of [
      ["a: 'it''s'", "it's"],
      ['a: "\\u0041"', 'A'],
      ['a: 0x1F', 31],
      ['a: 1.0', 1],
      ['a: ~', null],
      ['a:', null],
      ['a: yes', 'yes'],
      ['a: >-\n  one\n  two\n', 'one two'],
      ['a: |\n  last', 'last'],
      ['a: one\n  two', 'one two'],
      ['a: {b: [1, x]}', { b: [1, 'x'] }],
    ] as const) {
      expect(set(text, ['a'], value)).toBe(text)
    }
  })

  it('keeps the quotes of a text, and takes others where they cannot hold the new one', () => {
    expect(set("a: 'x'", ['a'], 'y')).toBe("a: 'y'")
    expect(set('a: "x"', ['a'], 'y')).toBe('a: "y"')
    expect(set("a: 'x'", ['a'], "it's")).toBe("a: 'it''s'")
    expect(set("a: 'x'", ['a'], 'tab\there')).toBe('a: "tab\\there"')
    expect(set('a: x', ['a'], 'y: z')).toBe('a: "y: z"')
    expect(set('a: x', ['a'], 'say "hi": now')).toBe('a: \'say "hi": now\'')
  })

  it('quotes what YAML 1.1 or Go would read as something else', () => {
    for (const text of [
      'yes',
      'Off',
      'y',
      '0755',
      '1:30',
      '1.10',
      '2024-01-01',
      '1e-7',
      '1_000',
      '.5',
      '~',
      'null',
      '=',
      '<<',
      '',
    ]) {
      expect(set('a: x', ['a'], text)).toBe(`a: "${text}"`)
    }
  })

  it('leaves ordinary text without quotes', () => {
    for (const text of [
      'two words',
      'http://x.io/p?a=b#c',
      'a:b',
      'a, b',
      'tools/search.py',
      '天気',
      '-a',
      '😀 & ﬁ',
      'v1.2.3',
    ]) {
      expect(set('a: x', ['a'], text)).toBe(`a: ${text}`)
    }
  })

  it('escapes controls, line ends of YAML 1.1, byte order marks and NUL', () => {
    expect(set('a: x', ['a'], 'a\u0000\u0007\u001b\u007f')).toBe('a: "a\\0\\x07\\x1b\\x7f"')
    expect(set('a: x', ['a'], '\u0085\u2028\u2029\ufeff\ufffe')).toBe('a: "\\x85\\u2028\\u2029\\ufeff\\ufffe"')
    expect(set('a: x', ['a'], 'a\rb\r\n')).toBe('a: "a\\rb\\r\\n"')
  })

  it('writes numbers, booleans and null so that every reader gets them', () => {
    expect(set('a: "x" # c', ['a'], 1e-7)).toBe('a: 1.0e-7 # c')
    expect(set('a: x', ['a'], 1e21)).toBe('a: 1.0e+21')
    expect(set('a: x', ['a'], 12345678901234567890n)).toBe('a: 12345678901234567890')
    expect(set('a: x', ['a'], -0.5)).toBe('a: -0.5')
    expect(set("a: '1'", ['a'], 1)).toBe('a: 1')
    expect(set('a: x', ['a'], true)).toBe('a: true')
    expect(set('a: x', ['a'], null)).toBe('a: null')
  })

  it('tells an integer from a fraction where it is given as one', () => {
    expect(set('a: 1.0', ['a'], 1n)).toBe('a: 1')
    expect(set('a: 1', ['a'], 1n)).toBe('a: 1')
  })

  it('replaces a plain text of several lines as a whole', () => {
    expect(set('a: one\n  two\n  three # c\nb: 1\n', ['a'], 'short')).toBe('a: short # c\nb: 1\n')
  })

  it('keeps tabs inside of other scalars as they are', () => {
    expect(set('a: "x\ty"\nb: |\n  p\tq\nc: 1\n', ['c'], 2)).toBe('a: "x\ty"\nb: |\n  p\tq\nc: 2\n')
  })

  it('drops a tag that would make something else of the new value', () => {
    expect(set('a: !!str 12 # c\n', ['a'], 5)).toBe('a: 5 # c\n')
    expect(set('a: !!int "5"\n', ['a'], 'x')).toBe('a: "x"\n')
    expect(set('- !!str\n- x\n', [0], 'z')).toBe('- z\n- x\n')
  })

  it('writes into an empty place behind the colon or dash', () => {
    expect(set('a:\nb: 1\n', ['a'], 'x')).toBe('a: x\nb: 1\n')
    expect(set('a:   # why\nb: 1\n', ['a'], 'x')).toBe('a: x   # why\nb: 1\n')
    expect(set('-\n- b\n', [0], 'x')).toBe('- x\n- b\n')
    expect(set('a: &anchor\n', ['a'], 'x')).toBe('a: &anchor x\n')
    expect(set('{a: , b}', ['a'], 1)).toBe('{a: 1 , b}')
    expect(set('{a: , b}', ['b'], 1)).toBe('{a: , b: 1}')
    expect(set('? a\n? b\n', ['a'], 'x')).toBe('? a\n: x\n? b\n')
  })

  it('finds keys by their text, whatever they look like', () => {
    expect(set('12: a\nyes: b\n"__proto__": c\n? long key\n: d\n', ['12'], 'x')).toContain('12: x\n')
    expect(set('12: a\nyes: b\n"__proto__": c\n? long key\n: d\n', ['__proto__'], 'x')).toContain('"__proto__": x\n')
    expect(set('12: a\nyes: b\n"__proto__": c\n? long key\n: d\n', ['long key'], 'x')).toContain(': x\n')
    expect(set('constructor: 1\n', ['toString'], 1)).toBe('constructor: 1\ntoString: 1\n')
  })
})

describe('setting a text of several lines', () => {
  it('writes a literal block below the key', () => {
    expect(set('a:\n  b: x # c\n  d: 1\n', ['a', 'b'], 'one\n  two\n')).toBe(
      'a:\n  b: | # c\n    one\n      two\n  d: 1\n',
    )
    expect(set('- x\n- y\n', [0], 'one\n\ntwo')).toBe('- |-\n  one\n\n  two\n- y\n')
  })

  it('follows the indentation of the block that was there', () => {
    expect(set('a: |\n     deep\nb: 1\n', ['a'], 'new\nlines\n')).toBe('a: |\n     new\n     lines\nb: 1\n')
  })

  it('keeps block style and comment of a header for one line, too', () => {
    expect(set('a: | # c\n  old\n  text\nb: 1\n', ['a'], 'new\n')).toBe('a: | # c\n  new\nb: 1\n')
    expect(set('a: |-\n  old\nb: 1\n', ['a'], 'new')).toBe('a: |-\n  new\nb: 1\n')
  })

  it('folds where the old text was folded', () => {
    expect(set('a: >-\n  old\n  text\nb: 1\n', ['a'], 'one\ntwo')).toBe('a: >-\n  one\n\n  two\nb: 1\n')
    const long = 'word '.repeat(30).trim()
    const lines = [`  ${'word '.repeat(19).trim()}`, `  ${'word '.repeat(11).trim()}`]
    expect(set('a: >\n  old\n', ['a'], `${long}\n`)).toBe(`a: >\n${lines.join('\n')}\n`)
  })

  it('says the indentation where the first line begins with a space or tab', () => {
    expect(set('a: x\nb: 1\n', ['a'], '  in\nout')).toBe('a: |2-\n    in\n  out\nb: 1\n')
    expect(set('a: x\nb: 1\n', ['a'], '\tin\nout')).toBe('a: |2-\n  \tin\n  out\nb: 1\n')
  })

  it('keeps several line ends at the end, where nothing blank follows', () => {
    expect(set('a: x\nb: 1\n', ['a'], 'one\n\n')).toBe('a: |+\n  one\n\nb: 1\n')
    expect(set('a: x\n\nb: 1\n', ['a'], 'one\n\n')).toBe('a: "one\\n\\n"\n\nb: 1\n')
  })

  it('takes double quotes where a block cannot hold the text', () => {
    expect(set('a: x\n', ['a'], '\n')).toBe('a: "\\n"\n')
    expect(set('a: x\n', ['a'], 'one\n\u0085two')).toBe('a: "one\\n\\x85two"\n')
    expect(set('a: [x]\n', ['a', 0], 'one\ntwo')).toBe('a: ["one\\ntwo"]\n')
  })

  it('takes double quotes where a comment below would become part of the text', () => {
    expect(set('a: x\n    # deep\nb: 1\n', ['a'], 'one\ntwo')).toBe('a: "one\\ntwo"\n    # deep\nb: 1\n')
  })

  it('keeps a missing final newline missing', () => {
    expect(set('a: x', ['a'], 'one\ntwo')).toBe('a: |-\n  one\n  two')
    expect(set('a: x', ['a'], 'one\ntwo\n')).toBe('a: "one\\ntwo\\n"')
    expect(set('- x', [0], 'one\ntwo \n')).toBe('- "one\\ntwo \\n"')
  })

  it('turns a block into one line and leaves what follows alone', () => {
    expect(set('a: |+ # c\n  one\n\n\nb: 1\n', ['a'], 5)).toBe('a: 5 # c\nb: 1\n')
    expect(set('a: |\n  one\n\n# of b\nb: 1\n', ['a'], 'x: y')).toBe('a: |-\n  x: y\n\n# of b\nb: 1\n')
    expect(set('a: >\n  one', ['a'], true)).toBe('a: true')
  })
})

describe('the form of a file', () => {
  it('keeps CRLF line ends in what is new', () => {
    expect(set('a: x\r\nb: 1\r\n', ['a'], 'one\ntwo\n')).toBe('a: |\r\n  one\r\n  two\r\nb: 1\r\n')
    expect(set('a: x\r\nb: 1\r\n', ['a'], { c: [1] })).toBe('a:\r\n  c:\r\n    - 1\r\nb: 1\r\n')
    expect(set('a: |\r\n  one\r\nb: 1\r\n', ['a'], 'two\n')).toBe('a: |\r\n  two\r\nb: 1\r\n')
  })

  it('keeps a byte order mark at the start', () => {
    expect(set('\ufeffa: 1\n', ['a'], 2)).toBe('\ufeffa: 2\n')
    expect(set('\ufeff- a\n- b\n', [0], { c: 1, d: 2 })).toBe('\ufeff- c: 1\n  d: 2\n- b\n')
  })

  it('keeps the marks around a document', () => {
    expect(set('---\na: 1\n...\n', ['a'], 'x\ny')).toBe('---\na: |-\n  x\n  y\n...\n')
    expect(set('---\na: 1\n...\n', ['b'], 2)).toBe('---\na: 1\nb: 2\n...\n')
  })
})

describe('what is refused', () => {
  it('is a place that an alias repeats, by the name of its anchor', () => {
    const text = 'base: &base\n  kind: text\ntwo: *base\nthree:\n  <<: *base\n  own: 1\n'
    expect(set(text, ['base', 'kind'], 'x')).toBe(
      'refused: Edit this in the text: *base repeats it elsewhere, both would change.',
    )
    expect(set(text, ['two'], 'x')).toBe('refused: Edit this in the text: it repeats the value named &base.')
    expect(set(text, ['two', 'kind'], 'x')).toBe('refused: Edit this in the text: it repeats the value named &base.')
    expect(set(text, ['base'], 'x')).toBe(
      'refused: Edit this in the text: *base repeats it elsewhere, both would change.',
    )
    expect(set(text, ['three', 'kind'], 'x')).toBe(`${text}  kind: x\n`)
    expect(set(text, [], { a: 1 })).toBe('refused: Edit this in the text: *base repeats what is named &base here.')
  })

  it('is not a place whose anchor nothing repeats', () => {
    expect(set('a: &x 1\n', ['a'], 2)).toBe('a: &x 2\n')
    expect(set('a: &x\n  b: 1\n', ['a'], 2)).toBe('a: &x 2\n')
  })

  it('is a text that cannot be read, with line and column', () => {
    expect(setIn('a: 1\na: 2\n', ['a'], 3)).toEqual({
      ok: false,
      reason:
        'Mend line 2 first, this text cannot be read: Remove or rename the second "a": a key may stand only once in a map.',
      line: 2,
      column: 1,
    })
    expect(set('a: [1\nb: }\n', ['a'], 3)).toMatch(/^refused: Mend line 2 first/)
    expect(set('a: 1\n---\nb: 1\n', ['a'], 3)).toMatch(/^refused: Mend line 2 first/)
  })

  it('is a value that YAML cannot hold', () => {
    expect(set('a: 1\n', ['a'], 'x\ud800')).toMatch(/half of a surrogate pair/)
    expect(set('a: 1\n', ['a'], new Date(0).getTime)).toMatch(/nothing else can be written/)
    expect(set('a: 1\n', ['k'.repeat(2000)], 1)).toMatch(/Shorten this key/)
  })
})
