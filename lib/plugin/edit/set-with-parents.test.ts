import { expect, test } from 'vitest'
import { parseYaml } from '../yaml/parse'
import { setWithParents } from './set-with-parents'

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
