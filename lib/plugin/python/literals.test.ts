import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columns, docText, pythonNumber, pythonString, shortLine } from './literals'
import { formatPython } from './test-ruff'

describe('pythonString', () => {
  it.each([
    ['city', '"city"'],
    ['', '""'],
    ['say "hi"', `'say "hi"'`],
    [`it's "so"`, `'it\\'s "so"'`],
    [`it's`, `"it's"`],
    [`'a' "b"`, `"'a' \\"b\\""`],
    ['a\\b', '"a\\\\b"'],
    ['line\nbreak\r\ttab', '"line\\nbreak\\r\\ttab"'],
    ['"""', `'"""'`],
    ['café 天气 “quoted”', '"café 天气 “quoted”"'],
    ['\u0000\u0085\u2028\ufeff', '"\\u0000\\u0085\\u2028\\ufeff"'],
    ['😀', '"\\U0001f600"'],
    ['\ud800', '"\\ufffd"'],
  ])('writes %j as %s', (text, python) => {
    expect(pythonString(text)).toBe(python)
  })

  it('is what a formatter leaves, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const line = `x = ${pythonString(text)}\n`
        expect(formatPython(line)).toBe(line)
      }),
    )
  })
})

describe('pythonNumber', () => {
  it.each([
    [3, '3'],
    [-0.5, '-0.5'],
    [1e21, '1e21'],
    [1e-7, '1e-7'],
    [12345678901234567890n, '12345678901234567890'],
    [Number.NaN, 'None'],
    [Number.POSITIVE_INFINITY, 'None'],
  ])('writes %s as %s', (value, python) => {
    expect(pythonNumber(value)).toBe(python)
  })
})

it('folds a person’s text into one short line', () => {
  expect(shortLine('  City \n name ')).toBe('City name')
  expect(shortLine('x'.repeat(70))).toBe(`${'x'.repeat(59)}…`)
})

it('lets no path end a docstring', () => {
  expect(docText('tools/a"b\\c\nd😀.yaml')).toBe('tools/a?b?c?d?.yaml')
})

it('counts two columns for wide characters', () => {
  expect(columns('ab 天气')).toBe(7)
})
