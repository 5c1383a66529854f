import { describe, expect, it } from 'vitest'
import { parseYaml } from './parse'

function problems(text: string): string[] {
  const yaml = parseYaml(text)
  expect(yaml.ok).toBe(false)
  expect(yaml.value).toBeUndefined()
  return yaml.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('the value of a text', () => {
  it('is that of YAML 1.2 core with the text of its keys', () => {
    const text = 'a: yes\n12: 0755\n~: x\ntrue: 0o17\n"q": [1.5, null, {b: c}]\n? [x, y]\n: d\n'
    expect(parseYaml(text).value).toEqual({
      12: 755,
      a: 'yes',
      '~': 'x',
      true: 15,
      q: [1.5, null, { b: 'c' }],
      '[x, y]': 'd',
    })
  })

  it('is null for an empty document', () => {
    for (const text of ['', '# only a comment\n', '---\n', '\ufeff', 'null'])
      expect(parseYaml(text)).toMatchObject({ ok: true, value: null })
  })

  it('holds keys that objects inherit as its own', () => {
    const value = parseYaml('__proto__: {polluted: 1}\nconstructor: 2\nhasOwnProperty: 3\n').value
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', { polluted: 1 }],
      ['constructor', 2],
      ['hasOwnProperty', 3],
    ])
    expect('polluted' in {}).toBe(false)
  })

  it('follows aliases and merges as PyYAML and Go do', () => {
    const text = 'base: &b {x: 1, y: 2}\none: {<<: *b, y: 3}\ntwo:\n  <<: [{x: 5}, *b]\n  z: *b\nthree: {"<<": 1}\n'
    expect(parseYaml(text).value).toEqual({
      base: { x: 1, y: 2 },
      one: { x: 1, y: 3 },
      two: { x: 5, y: 2, z: { x: 1, y: 2 } },
      three: { '<<': 1 },
    })
  })

  it('ends a block at the end of the file as it is written', () => {
    expect(parseYaml('a: |\n  last').value).toEqual({ a: 'last' })
    expect(parseYaml('a:\n  - b: |+\n      last').value).toEqual({ a: [{ b: 'last' }] })
    expect(parseYaml('a: |\n  last\n').value).toEqual({ a: 'last\n' })
    expect(parseYaml('a: |\n  last\n  ').value).toEqual({ a: 'last\n' })
  })

  it('is the same object for the same text', () => {
    expect(parseYaml('a: 1\n')).toBe(parseYaml(['a: 1', ''].join('\n')))
  })

  it('does not mind a byte order mark before a list', () => {
    expect(parseYaml('\ufeff- a\n- b\n')).toMatchObject({ ok: true, value: ['a', 'b'] })
  })
})

describe('a text that cannot be read', () => {
  it('has duplicate keys, even when written differently', () => {
    expect(problems('a: 1\nb:\n  c: 1\n  "c": 2\n')).toEqual([
      '4:3 Remove or rename the second "c": a key may stand only once in a map.',
    ])
  })

  it('has several documents', () => {
    expect(problems('a: 1\n---\nb: 2\n')).toEqual(['2:1 Leave one document in this file: a second one begins here.'])
  })

  it('has a quoted text that stands no deeper than its key', () => {
    expect(problems('a:\n  b: "one\n  two"\n')[0]).toMatch(/^2:\d+ Close this quoted text/)
  })

  it('has wrong indentation, tabs or brackets', () => {
    expect(problems('a: 1\n  b: 2\n').length).toBeGreaterThan(0)
    expect(problems('a:\n\tb: 1\n').length).toBeGreaterThan(0)
    expect(problems('a: [1\nb: }\n').length).toBeGreaterThan(0)
    expect(problems('a: "x\\q"\n')).toEqual([expect.stringContaining('two backslashes')])
    expect(problems('a: b: c\n')).toEqual([expect.stringContaining('quotes')])
  })

  it('counts columns behind a byte order mark from 1', () => {
    expect(problems('\ufeffa: 1\na: 2\n')[0]).toMatch(/^2:1 /)
    expect(problems('\ufeff@a\n')[0]).toMatch(/^1:1 /)
  })

  it('repeats what is not named, or itself', () => {
    expect(problems('a: *none\n')).toEqual([
      '1:4 Put "*none" in quotes, or name a value above it &none: no anchor has this name.',
    ])
    expect(problems('a: &x [*x]\n')).toEqual(['1:8 Remove this alias: "x" would contain itself.'])
    expect(problems('a: *later\nb: &later 1\n')).toHaveLength(1)
  })

  it('grows beyond bounds through aliases', () => {
    const levels = 'bcdefghij'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(', ')}]`)
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...levels].join('\n')
    expect(problems(bomb)[0]).toMatch(/Use fewer aliases/)
  })

  it('nests without end, and is refused at once', () => {
    const deep = [
      '['.repeat(20_000),
      '['.repeat(20_000) + ']'.repeat(20_000),
      '{a: '.repeat(20_000),
      '- '.repeat(20_000),
      '? '.repeat(20_000),
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ]
    for (const text of deep) {
      const started = performance.now()
      expect(problems(text)).toEqual([expect.stringContaining('Nest this less deeply')])
      expect(performance.now() - started).toBeLessThan(2000)
    }
  })

  it('is too large', () => {
    expect(problems(`a: ${'x'.repeat(3_000_000)}`)).toEqual(['1:1 Make this file smaller than 3 MB: more is not read.'])
  })

  it('never makes the reader throw', () => {
    for (const text of [
      '\0',
      '%',
      '%YAML 1.1\n---\na: yes\n',
      '!!binary x',
      '!<',
      '&',
      '*',
      '? ',
      ': ',
      '- - -\n',
      '}',
      ']',
      '"',
      "'",
      '|',
      '>9',
      '@',
      '`',
      '\t',
      '\r',
      '...',
      '---\n---',
      '!!set {a}',
      '!!omap [a: 1]',
    ]) {
      expect(() => parseYaml(text)).not.toThrow()
    }
  })
})
