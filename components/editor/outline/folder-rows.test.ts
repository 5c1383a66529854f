import { expect, test } from 'vitest'
import { folderRows } from './folder-rows'

const paths = ['b.txt', 'tools/x.yaml', 'tools/deep/y.py', 'a.txt', '__proto__']

test('folders come first, closed ones keep what they hold', () => {
  const shown = (closed: readonly string[]) =>
    folderRows(paths, new Set(closed)).map(
      ({ name, level, folder }) => `${'  '.repeat(level - 1)}${name}${folder ? '/' : ''}`,
    )
  expect(shown([])).toEqual(['tools/', '  deep/', '    y.py', '  x.yaml', '__proto__', 'a.txt', 'b.txt'])
  expect(shown(['tools/deep'])).toEqual(['tools/', '  deep/', '  x.yaml', '__proto__', 'a.txt', 'b.txt'])
  expect(shown(['tools'])).toEqual(['tools/', '__proto__', 'a.txt', 'b.txt'])
})

test('a plugin without files has no rows', () => {
  expect(folderRows([''], new Set())).toEqual([])
})
