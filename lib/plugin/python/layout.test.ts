import { describe, expect, it } from 'vitest'
import { call, dictionary, either, flat, lay, literal, prefixed } from './layout'
import { pythonString } from './literals'
import { formatPython } from './test-ruff'

const long = (length: number) => pythonString('x'.repeat(length))

function laid(code: Parameters<typeof lay>[0], end = ''): string {
  return lay(code, 0, end).join('\n')
}

describe('lay', () => {
  it('keeps on one line what fits', () => {
    expect(laid(call('city = str', ['value', '"City"']))).toBe('city = str(value, "City")')
  })

  it('keeps the arguments together on a line of their own when the whole is too long', () => {
    expect(laid(call('raise SomeProblem', [long(90)], ' from exc'))).toBe(
      `raise SomeProblem(\n    ${long(90)}\n) from exc`,
    )
  })

  it('gives each argument a line when they are too long together', () => {
    expect(laid(call('x = f', [long(60), long(60)]))).toBe(`x = f(\n    ${long(60)},\n    ${long(60)},\n)`)
  })

  it('gives each entry of a long dictionary a line', () => {
    const code = dictionary('return ', [
      ['a', long(50)],
      ['b', call('f', [long(50)])],
    ])
    expect(laid(code)).toBe(`return {\n    "a": ${long(50)},\n    "b": f(${long(50)}),\n}`)
  })

  it('breaks operands inside brackets', () => {
    expect(laid(call('x = str', [either(call('get', [long(40)]), `or ${long(60)}`)]))).toBe(
      `x = str(\n    get(${long(40)})\n    or ${long(60)},\n)`,
    )
  })

  it.each([
    call('x = str', [call('_required', [call('parameters.get', [long(120)]), '"City"'])]),
    call('x = str', [either(call('parameters.get', [long(120)]), `or ${long(120)}`)]),
    prefixed('x: str | None = ', call('parameters.get', [long(83)])),
    dictionary('x = ', [[`${'k'.repeat(120)}`, literal({ a: [1, 'y'.repeat(100)] })]]),
    literal([{ a: null, b: [true, 1.5, -2] }, 'é天'.repeat(30)]),
  ])('gives what a formatter leaves: %#', (code) => {
    const text = `${laid(code)}\n`
    expect(formatPython(text)).toBe(text)
  })
})

describe('literal', () => {
  it('writes JSON as Python', () => {
    expect(flat(literal({ a: null, 'b"': [true, false, 1.5, 'é'] }))).toBe(`{"a": None, 'b"': [True, False, 1.5, "é"]}`)
  })

  it('stops at 2,000 values, since aliases of YAML can mean billions', () => {
    let value: unknown = 'x'
    for (let level = 0; level < 15; level += 1) value = [value, value, value, value]
    expect(flat(literal(value)).length).toBeLessThan(100_000)
  })
})
