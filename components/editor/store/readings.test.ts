import { describe, expect, test } from 'vitest'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { reader, shared } from './readings'

const before = 'identity:\n  name: a\n  label:\n    en_US: A\nparameters:\n  - name: one\n  - name: two\n'

describe('reading a document again', () => {
  test('keeps the identity of every part that did not change', () => {
    const read = reader('x.yaml', () => undefined)
    const one = read(new Map([['x.yaml', before]])).value
    const other = read(new Map([['x.yaml', before.replace('name: two', 'name: 2nd')]])).value
    expect(other).not.toBe(one)
    expect(valueAt(other, ['identity'])).toBe(valueAt(one, ['identity']))
    expect(valueAt(other, ['parameters', 0])).toBe(valueAt(one, ['parameters', 0]))
    expect(valueAt(other, ['parameters', 1])).toEqual({ name: '2nd' })
  })

  test('shows the last good value and the problem while the text does not parse', () => {
    const read = reader('x.yaml', () => before)
    read(new Map([['x.yaml', before]]))
    const broken = read(new Map([['x.yaml', `${before}  - name: [\n`]]))
    expect(broken.ok).toBe(false)
    expect(valueAt(broken.value, ['identity', 'name'])).toBe('a')
    expect(broken.problem?.line).toBeGreaterThan(6)
  })

  test('has nothing to show of a text that never parsed', () => {
    const broken = reader('x.yaml', () => undefined)(new Map([['x.yaml', 'a: [\n']]))
    expect(broken).toMatchObject({ ok: false, readable: false, value: undefined })
  })
})

test('sharing notices a changed order of keys and keys named like built-ins', () => {
  const one = parseYaml('__proto__: 1\nb: 2\n').value
  expect(shared(one, parseYaml('__proto__: 1\nb: 2\n').value)).toBe(one)
  const swapped = shared(one, parseYaml('b: 2\n__proto__: 1\n').value)
  expect(swapped).not.toBe(one)
  expect(Object.keys(Object(swapped))).toEqual(['b', '__proto__'])
})
