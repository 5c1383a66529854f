import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { scalar } from './scalar'

describe('scalar', () => {
  it.each([
    ['weather', 'weather'],
    ['Nimbra Weather for Dify.', 'Nimbra Weather for Dify.'],
    ['provider/nimbra_weather.yaml', 'provider/nimbra_weather.yaml'],
    ['Café & co (new), really', 'Café & co (new), really'],
    ['天气', '天气'],
    ['/items', '/items'],
    ['/', '"/"'],
    ['null', '"null"'],
    ['yes', '"yes"'],
    ['Off', '"Off"'],
    ['n', '"n"'],
    ['123', '"123"'],
    ['1e3', '"1e3"'],
    ['0x1f', '"0x1f"'],
    ['2-x', '"2-x"'],
    ['_', '"_"'],
    ['-', '"-"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['a ', '"a "'],
    ['a  b', '"a  b"'],
    ["it's", '"it\'s"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['a\nb', '"a\\nb"'],
    ['a\u0085b', '"a\\u0085b"'],
    ['', '""'],
  ])('writes %j as %s', (text, yaml) => {
    expect(scalar(text)).toBe(yaml)
  })

  it('reads as the text it was made of, in YAML 1.2 and 1.1, for any well-formed text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        fc.pre(!/\p{Surrogate}/u.test(text))
        for (const version of ['1.2', '1.1'] as const)
          expect(parse(`a:\n  b: ${scalar(text)}\n`, { version })).toEqual({ a: { b: text } })
      }),
      { numRuns: 300 },
    )
  })
})
