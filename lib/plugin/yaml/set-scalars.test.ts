import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setIn } from './edit'
import { setScalars } from './set-scalars'

const text = `model: a # its name
label:
  en_US: "A"
pricing: {input: '1', output: 2}
list:
  - x
  - &anchor y
  - *anchor
empty:
`

describe('setScalars', () => {
  it('sets several at once, each in its own range', () => {
    const sets = [
      { path: ['model'], value: 'b' },
      { path: ['label', 'en_US'], value: 'B: c' },
      { path: ['pricing', 'input'], value: '0.5' },
      { path: ['list', 0], value: true },
    ]
    expect(setScalars(text, sets)).toEqual({
      text: text
        .replace('model: a', 'model: b')
        .replace('"A"', '"B: c"')
        .replace("'1'", "'0.5'")
        .replace('- x', '- true'),
      left: [],
    })
  })

  it('leaves to others what is no scalar over a scalar, what an alias repeats and what stands there twice', () => {
    const sets = [
      { path: ['list', 1], value: 'z' },
      { path: ['empty'], value: 'z' },
      { path: ['missing'], value: 'z' },
      { path: ['label'], value: 'z' },
      { path: ['model'], value: ['z'] },
      { path: ['model'], value: 'z' },
      { path: ['model'], value: 'twice' },
    ]
    const result = setScalars(text, sets)
    expect(result.left).toEqual([...sets.slice(0, 5), ...sets.slice(6)])
    expect(result.text).toBe(text.replace('model: a', 'model: z'))
  })

  it('changes nothing for values that are read there already', () => {
    expect(setScalars(text, [{ path: ['pricing', 'output'], value: 2 }])).toEqual({ text, left: [] })
  })

  it('writes what single edits write', () => {
    const paths = [['model'], ['label', 'en_US'], ['pricing', 'input'], ['pricing', 'output'], ['list', 0]]
    const value = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.integer(),
      fc.constantFrom('yes', '1.0', 'a: b', '#', "it's", 'x\ny', ''),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), (values) => {
        const sets = paths.map((path, index) => ({ path, value: values[index] }))
        const together = setScalars(text, sets)
        const single = sets.reduce((now, { path, value: next }) => {
          const result = setIn(now, path, next)
          return result.ok ? result.text : now
        }, text)
        expect(together.left.length > 0 || together.text === single).toBe(true)
      }),
    )
  })
})
