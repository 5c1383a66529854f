import { expect, test } from 'vitest'
import { parseYaml } from '../yaml/parse'
import { nested, setWithParents } from './set-with-parents'

const set = (text: string) => setWithParents(text, parseYaml(text).value, ['resource', 'permission', 'tool'], true)

test.each([
  ['the map is there', 'resource:\n  permission:\n    app: true\n'],
  ['it is missing', 'resource:\n  memory: 1\n'],
  ['it is empty', 'resource:\n  permission:\n'],
  ['something else stands there', 'resource:\n  permission: 5\n'],
  ['all of them are missing', 'name: x\n'],
])('sets a place where %s', (_title, text) => {
  const result = set(text)
  expect(result.ok && parseYaml(result.text).value).toMatchObject({ resource: { permission: { tool: true } } })
})

test('the deepest place that is there is found, whatever stands there', () => {
  expect(nested({ a: { b: 1 } }, ['a', 'b'], 2)).toEqual([['a', 'b'], 2])
  expect(nested({ a: null }, ['a', 'b', 'c'], 2)).toEqual([['a'], { b: { c: 2 } }])
  expect(nested(null, ['a', 0, 'b'], 2)).toEqual([['a'], [{ b: 2 }]])
})
