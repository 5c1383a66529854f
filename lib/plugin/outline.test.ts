import { expect, test } from 'vitest'
import { examplePlugin } from './edit/example-plugin'
import { removeFile, writeFile, type Files } from './files'
import { outlineOf, type OutlineNode } from './outline'

/** The outline as people see it: title, name, count, "+" and trouble, indented. */
function drawn(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    [indent + node.title, node.name, node.count, node.canAdd && '+', node.trouble && `(${node.trouble})`]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
    ...drawn(node.children, `${indent}  `),
  ])
}

const replace = (files: Files, path: string, from: string, to: string): Files =>
  writeFile(files, path, String(files.get(path)).replace(from, to))

test('tells the plugin in the words of Dify', () => {
  expect(drawn(outlineOf(examplePlugin()))).toEqual([
    'Plugin Weather',
    'Tool provider weather',
    '  Credentials 1',
    '  OAuth 0',
    'Tools 2 +',
    '  Tool forecast',
    '  Tool find_station',
    'Endpoint group',
    'Endpoints 1 +',
    '  Endpoint GET /ping',
    'Readme and privacy',
    '  Readme README.md',
    '  Privacy PRIVACY.md',
  ])
})

test('keeps files that are missing or cannot be read under their path', () => {
  const broken = replace(examplePlugin(), 'tools/forecast.yaml', 'author: acme', 'author: "acme')
  const lines = drawn(outlineOf(removeFile(broken, 'tools/find_station.yaml')))
  expect(lines).toContain('  Tool tools/forecast.yaml (unreadable)')
  expect(lines).toContain('  Tool tools/find_station.yaml (missing)')
  expect(drawn(outlineOf(new Map()))[0]).toBe('Plugin manifest.yaml (missing)')
})

test('keeps the tools in sight while the provider does not parse', () => {
  const lines = drawn(outlineOf(replace(examplePlugin(), 'provider/weather.yaml', 'en_US: API key', 'en_US: API: key')))
  expect(lines.slice(1, 5)).toEqual([
    'Tool provider provider/weather.yaml (unreadable)',
    'Tools 2 +',
    '  Tool forecast',
    '  Tool find_station',
  ])
})

test('gives every line an id of its own that survives edits', () => {
  const ids = (files: Files): string[] => {
    const all = (nodes: readonly OutlineNode[]): string[] => nodes.flatMap((node) => [node.id, ...all(node.children)])
    return all(outlineOf(files))
  }
  const before = ids(examplePlugin())
  expect(new Set(before).size).toBe(before.length)
  expect(ids(replace(examplePlugin(), 'tools/forecast.yaml', 'name: forecast', 'name: other'))).toEqual(before)
})
