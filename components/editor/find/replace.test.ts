import { expect, test } from 'vitest'
import { breaksOf, withTexts } from './replace'

const files = new Map<string, string | Uint8Array>([
  ['a.yaml', 'a: 1\n'],
  ['broken.yaml', 'a: [\n'],
  ['b.py', 'a = [\n'],
  ['c.png', Uint8Array.of(0)],
])

test('only YAML that parsed before and would not any more is named', () => {
  const texts = new Map([...files].map(([path]) => [path, 'b: [\n']))
  expect(breaksOf(files, texts)).toEqual(['a.yaml'])
})

test('files without a new text stay the same, in their order', () => {
  expect([...withTexts(files, new Map([['b.py', 'a = 1\n']]))].map(([path, content]) => [path, content])).toEqual([
    ['a.yaml', 'a: 1\n'],
    ['broken.yaml', 'a: [\n'],
    ['b.py', 'a = 1\n'],
    ['c.png', Uint8Array.of(0)],
  ])
})
