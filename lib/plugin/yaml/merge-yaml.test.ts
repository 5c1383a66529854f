import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeYaml } from './merge-yaml'
import { parseYaml } from './parse'

const base = `# what it asks for
parameters:
  - name: query # models call it so
    type: string
    required: true
  - name: limit
    type: number
tags: [weather]
`
const merged = (ours: string, theirs: string, old = base) => {
  const result = mergeYaml(old, ours, theirs)
  return result.ok ? result.text : 'conflict'
}

describe('a merge by key', () => {
  test('keeps both of two items that were added at one place', () => {
    expect(
      merged(
        `${base.replace('tags', '  - name: one # mine\n    type: string\ntags')}`,
        base.replace('tags', '  - name: two\n    type: file\ntags'),
      ),
    ).toBe(base.replace('tags', '  - name: one # mine\n    type: string\n  - name: two\n    type: file\ntags'))
  })

  test('keeps both of two entries that were added at one place', () => {
    expect(merged('a: 1\nb: 2\n', 'a: 1\nc: 3\n', 'a: 1\n')).toBe('a: 1\nb: 2\nc: 3\n')
  })

  test('merges words of one line', () => {
    expect(merged('tags: [a, b, x]\n', 'tags: [a, z]\n', 'tags: [a, b]\n')).toBe('tags: [a, x, z]\n')
    expect(merged('tags: [a, b, x]\n', 'tags: [b]\n', 'tags: [a, b]\n')).toBe('tags: [b, x]\n')
  })

  test('changes an item that the other side moved', () => {
    const items = [
      '  - name: query # models call it so\n    type: string\n    required: true\n',
      '  - name: limit\n    type: number\n',
    ]
    const moved = `# what it asks for\nparameters:\n${items[1]}${items[0]}tags: [weather]\n`
    expect(merged(base.replace('required: true', 'required: false'), moved)).toBe(
      moved.replace('required: true', 'required: false'),
    )
  })

  test.each([
    ['one value was changed in two ways', 'a: 2\n', 'a: 3\n', 'a: 1\n'],
    [
      'an item was removed on one side and changed on the other',
      'l: [{name: b}]\n',
      'l: [{name: a, x: 1}, {name: b}]\n',
      'l: [{name: a}, {name: b}]\n',
    ],
    ['both sides gave an item another name', 'l: [{name: x}]\n', 'l: [{name: y}]\n', 'l: [{name: a}]\n'],
    ['two items are alike', 'l: [a, a, b]\n', 'l: [a, c]\n', 'l: [a]\n'],
    ['both sides moved items', 'l: [b, a, c]\n', 'l: [a, c, b]\n', 'l: [a, b, c]\n'],
    ['an alias repeats something', 'a: &x 1\nb: *x\nc: 1\n', 'a: &x 1\nb: *x\nd: 1\n', 'a: &x 1\nb: *x\n'],
    ['a side does not parse', 'a: [\n', 'a: 2\n', 'a: 1\n'],
  ])('there is none where %s', (_, ours, theirs, old) => {
    expect(merged(ours, theirs, old)).toBe('conflict')
  })

  test.each([
    ['a comment', 'a: 1\nc: 3 # why\n'],
    ['a number', 'a: 1\nc: 1.10\n'],
    ['a word that PyYAML takes for something else', 'a: 1\nc: yes\n'],
  ])('is none where it would lose %s as one side wrote it', (_, theirs) => {
    expect(merged('a: 1\nb: 2\n', theirs, 'a: 1\n')).toBe('conflict')
  })

  test('writes into the text that was merged by line so far', () => {
    const result = mergeYaml('a: 1\n', 'a: 1\nb: 2\n', '# note\na: 1\nc: 3\n', '# note\na: 1\nb: 2\n')
    expect(result).toEqual({ ok: true, text: '# note\na: 1\nb: 2\nc: 3\n' })
  })

  test('has the changes of both sides, whichever is the first', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__')
    const map = fc.dictionary(name, fc.oneof(fc.integer({ min: 0, max: 9 }), fc.array(name, { maxLength: 3 })), {
      maxKeys: 4,
    })
    const text = (value: object) => JSON.stringify(value, null, 1)
    fc.assert(
      fc.property(map, map, map, (old, ours, theirs) => {
        const one = mergeYaml(text(old), text(ours), text(theirs))
        const other = mergeYaml(text(old), text(theirs), text(ours))
        expect(one.ok).toBe(other.ok)
        if (!one.ok || !other.ok) return
        const value = new Map(Object.entries(parseYaml(one.text).value ?? {}))
        for (const [key, mine] of Object.entries(ours))
          if (
            JSON.stringify(new Map(Object.entries(old)).get(key)) !== JSON.stringify(mine) &&
            typeof mine === 'number'
          )
            expect(value.get(key)).toBe(mine)
      }),
      { numRuns: 300 },
    )
  })
})
