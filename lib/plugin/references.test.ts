import { expect, test } from 'vitest'
import { examplePlugin } from './edit/example-plugin'
import { removeFile, writeFile, type Files } from './files'
import { documentsOf, documentTypeOf, referencesFrom, referencesTo } from './references'

const replace = (files: Files, path: string, from: string, to: string): Files =>
  writeFile(files, path, String(files.get(path)).replace(from, to))

test('finds every document from the manifest on, in the order of the lists', () => {
  expect([...documentsOf(examplePlugin())]).toEqual([
    ['manifest.yaml', 'manifest'],
    ['provider/weather.yaml', 'tool.provider'],
    ['tools/forecast.yaml', 'tool'],
    ['tools/find_station.yaml', 'tool'],
    ['group/hook.yaml', 'endpoint.group'],
    ['endpoints/ping.yaml', 'endpoint'],
  ])
  expect(documentTypeOf(examplePlugin(), 'tools/forecast.yaml')?.title).toBe('Tool')
})

test('leaves out what nothing names and what is not there', () => {
  const files = removeFile(writeFile(examplePlugin(), 'tools/stray.yaml', 'identity: {}\n'), 'tools/forecast.yaml')
  expect([...documentsOf(files).keys()].filter((path) => path.startsWith('tools/'))).toEqual([
    'tools/find_station.yaml',
  ])
  expect(documentsOf(new Map())).toEqual(new Map())
  expect(referencesFrom(files, 'tools/stray.yaml')).toEqual([])
})

test('says where a file is named, pictures in _assets too', () => {
  const files = examplePlugin()
  expect(referencesTo(files, 'tools/find_station.yaml')).toEqual([
    {
      at: ['tools', 1],
      target: 'tools/find_station.yaml',
      file: 'tools/find_station.yaml',
      as: 'tool',
      from: 'provider/weather.yaml',
    },
  ])
  expect(referencesTo(files, '_assets/icon.svg').map(({ from, at }) => [from, ...at].join(' '))).toEqual([
    'manifest.yaml icon',
    'provider/weather.yaml identity icon',
  ])
  expect(referencesTo(files, 'tools/forecast.py').map(({ from, as }) => `${from} ${as}`)).toEqual([
    'tools/forecast.yaml python',
  ])
  expect(referencesTo(files, 'icon.svg')).toEqual([])
})

test('reads paths as the SDK does: "./" in front is nothing', () => {
  const files = replace(
    examplePlugin(),
    'provider/weather.yaml',
    '- tools/find_station.yaml',
    '- ./tools/find_station.yaml',
  )
  expect(documentsOf(files).get('tools/find_station.yaml')).toBe('tool')
})

test('keeps the tools in sight while the provider does not parse', () => {
  const files = replace(examplePlugin(), 'provider/weather.yaml', 'author: acme', 'author: "acme')
  const typing = replace(examplePlugin(), 'provider/weather.yaml', 'en_US: API key', 'en_US: API: key')
  expect(documentsOf(files).has('provider/weather.yaml')).toBe(true)
  expect(documentsOf(typing).get('tools/find_station.yaml')).toBe('tool')
})

test('holds for loops, bytes and empty files', () => {
  const loop = replace(examplePlugin(), 'provider/weather.yaml', '- tools/forecast.yaml', '- provider/weather.yaml')
  expect(documentsOf(loop).get('provider/weather.yaml')).toBe('tool.provider')
  const bytes = writeFile(examplePlugin(), 'tools/forecast.yaml', new Uint8Array([0, 1]))
  expect(documentsOf(bytes).get('tools/forecast.yaml')).toBe('tool')
  expect([...documentsOf(new Map([['manifest.yaml', '']]))]).toEqual([['manifest.yaml', 'manifest']])
})

test('reads a file once, however many others change', () => {
  const files = examplePlugin()
  const before = referencesFrom(files, 'provider/weather.yaml')
  expect(referencesFrom(writeFile(files, 'README.md', 'x'), 'provider/weather.yaml')).toBe(before)
})
