import { describe, expect, it } from 'vitest'
import { readAs } from './read-as'

/** Refusals of Go and of Python: "go@12 python@12", "-" where the reader takes the text. */
function readers(text: string): string {
  return (['go', 'python'] as const)
    .map((dialect) => readAs(text, dialect).refusal)
    .map((refusal) => (refusal ? `${refusal.reason}@${refusal.offset}` : '-'))
    .join(' ')
}

describe('readAs', () => {
  it.each([
    'a: b\nc:\n- 1\n- - 2\n  - {x: [y, "z"]}\n',
    '? a\n: b\n? [c]\n: d\n',
    'a: |\n  x\n   y\n\nb: >+2\n    t\n',
    "a: 'it''s'\nb: \"\\n\\x41\\\n  c\"\n",
    'a: &x [1]\nb: *x\n',
    '%YAML 1.1\n%TAG ! tag:a,2000:\n---\na: !b c\n...\n',
    '[a: b, {c}, ? d : e]',
    'a: x\n y\n z\nb: # c\n',
    '\uFEFFa: b\r\nc: d\r\n',
    '# only comments\n',
    '',
    'a:\u2028  b: c\n',
    'a: "under\nindented"\n',
    'x: http://a.b/c?d#e\n',
  ])('takes %j for both', (text) => {
    expect(readers(text)).toBe('- -')
  })

  it.each([
    ['a:\n\tb: c\n', 'tab@3 tab@3'],
    ['a: b: c\n', 'value-place@4 value-place@4'],
    ['a: [1, 2\n', 'flow-end@9 flow-end@9'],
    ['a: "b\n', 'unclosed-quote@3 unclosed-quote@3'],
    ['a: "\\q"\n', 'escape@4 escape@4'],
    ['a: b\nc\nd: e\n', 'missing-colon@5 missing-colon@5'],
    ['a: b\n  c: d\n', 'value-place@8 value-place@8'],
    ['a:\n  b: c\n d: e\n', 'block-end@11 block-end@11'],
    ['a: *b\n', 'alias@3 alias@3'],
    ['a: @b\n', 'start@3 start@3'],
    ['a: !x!y z\n', 'tag@3 tag@3'],
    ['a: |x\n  b\n', 'block-scalar@3 block-scalar@3'],
    ['a: - b\n', 'sequence-place@3 sequence-place@3'],
    ['%YAML 2.0\n---\na: b\n', 'directive@0 directive@0'],
    ['x: ,\n', 'no-value@3 no-value@3'],
  ])('refuses %j for both', (text, said) => {
    expect(readers(text ?? '')).toBe(said)
  })

  it.each([
    ['a:\tb\n', '- tab@2', 'a tab before a value'],
    ['a: b\t\n', '- tab@4', 'a tab behind a value'],
    ['a: b\n---\nc: d\n', '- second-document@5', 'a second document'],
    ['a: &x 1\nb: &x 2\n', '- anchor-twice@11', 'an anchor given twice'],
    ['%YAML 1.2\n---\na: b\n', 'directive@0 -', '%YAML 1.2'],
    ['%FOO\n---\na: b\n', 'directive@0 -', 'an unknown directive'],
    ['a: "\\/"\n', 'escape@4 -', "JSON's slash"],
    ['a: "\\ud83d\\ude00"\n', 'escape@4 -', "JSON's surrogate pairs"],
    ['a: "\\\'"\n', '- escape@4', 'a quote escaped in double quotes'],
    ['{"a": 1} junk\n', '- document-start@9', 'text behind JSON'],
    ['  a: b\nc: d\n', '- document-start@7', 'lines indented less than the first'],
  ])('knows where they differ: %j is %s (%s)', (text, said) => {
    expect(readers(text)).toBe(said)
  })

  it('gives up on nesting where the readers do, at once', () => {
    expect(readAs('['.repeat(20_000), 'python').refusal?.reason).toBe('too-deep')
    expect(readAs(`x:\n  ${'- '.repeat(10_001)}y\n`, 'go').refusal?.reason).toBe('too-deep')
    expect(readAs('['.repeat(400) + ']'.repeat(400), 'python')).toEqual({ depth: 400 })
  })

  it('reads a megabyte of prose in no time', () => {
    const start = performance.now()
    expect(readAs(`a: ${'word '.repeat(200_000)}\n# ${'word '.repeat(200_000)}\n`, 'python')).toEqual({ depth: 1 })
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
