import { expect, test } from 'vitest'
import { examplePlugin, pristineDocuments } from './edit/example-plugin'
import { writeFile, type Files } from './files'
import { followPython, isPristine, pythonOf, readableFiles } from './follow-python'

const replace = (files: Files, path: string, from: string, to: string): Files =>
  writeFile(files, path, String(files.get(path)).replace(from, to))

const withDocs = ['provider/weather.yaml', 'tools/forecast.yaml', 'tools/find_station.yaml', 'endpoints/ping.yaml']

test('finds the Python of a document', () => {
  const files = examplePlugin()
  expect(pythonOf(files, 'tools/forecast.yaml')).toBe('tools/forecast.py')
  expect(pythonOf(files, 'group/hook.yaml')).toBeUndefined()
  expect(pristineDocuments(files)).toEqual(withDocs)
  expect(isPristine(writeFile(files, 'tools/forecast.py', '# mine\n'), 'tools/forecast.yaml')).toBe(false)
})

test('rewrites an untouched stub when its YAML changes', () => {
  const before = examplePlugin()
  const after = replace(before, 'tools/forecast.yaml', 'name: days', 'name: hours')
  const followed = followPython(before, after)
  expect(followed.get('tools/forecast.py')).toContain('"hours"')
  expect(followed.get('tools/forecast.py')).not.toContain('"days"')
  expect(pristineDocuments(followed)).toEqual(withDocs)
  expect(followed.get('tools/find_station.py')).toBe(before.get('tools/find_station.py'))
})

test('leaves touched Python alone', () => {
  const before = writeFile(
    examplePlugin(),
    'tools/forecast.py',
    `${String(examplePlugin().get('tools/forecast.py'))}# mine\n`,
  )
  const after = replace(before, 'tools/forecast.yaml', 'name: days', 'name: hours')
  expect(followPython(before, after)).toBe(after)
})

test('leaves Python alone that the same change wrote', () => {
  const before = examplePlugin()
  const after = writeFile(
    replace(before, 'tools/forecast.yaml', 'name: days', 'name: hours'),
    'tools/forecast.py',
    '# new\n',
  )
  expect(followPython(before, after)).toBe(after)
})

test('follows the provider whose credentials a tool reads', () => {
  const before = examplePlugin()
  const after = replace(before, 'provider/weather.yaml', '  api_key: # from', '  access_key: # from')
  const followed = followPython(before, after)
  expect(pristineDocuments(followed)).toEqual(withDocs)
})

test('waits while the YAML does not parse, then follows from the last state that did', () => {
  const good = examplePlugin()
  const broken = replace(good, 'tools/forecast.yaml', 'name: days', 'name: "ho')
  expect(followPython(good, broken)).toBe(broken)
  const readable = readableFiles(good, broken)
  expect(readable.get('tools/forecast.yaml')).toBe(good.get('tools/forecast.yaml'))
  const mended = replace(broken, 'tools/forecast.yaml', 'name: "ho', 'name: hours')
  expect(followPython(readable, mended).get('tools/forecast.py')).toContain('"hours"')
})

test('follows in one file while another does not parse', () => {
  const good = examplePlugin()
  const broken = replace(good, 'provider/weather.yaml', 'en_US: API key', 'en_US: API: key')
  const readable = readableFiles(good, broken)
  const after = replace(broken, 'tools/forecast.yaml', 'name: days', 'name: hours')
  const followed = followPython(readable, after)
  expect(followed.get('tools/forecast.py')).toContain('"hours"')
  const mended = replace(followed, 'provider/weather.yaml', 'en_US: API: key', 'en_US: Key')
  expect(pristineDocuments(followPython(readableFiles(readable, followed), mended))).toEqual(withDocs)
})

test('follows files that moved', () => {
  const before = examplePlugin()
  const renamed = replace(before, 'provider/weather.yaml', 'tools/find_station.yaml', 'tools/station.yaml')
  const after = new Map(
    [...renamed].map(
      ([path, content]) => [path === 'tools/find_station.yaml' ? 'tools/station.yaml' : path, content] as const,
    ),
  )
  const followed = followPython(before, after, new Map([['tools/station.yaml', 'tools/find_station.yaml']]))
  expect(isPristine(followed, 'tools/station.yaml')).toBe(true)
})

test('returns the very same files when no stub changes', () => {
  const before = examplePlugin()
  const after = writeFile(before, 'README.md', '# Other\n')
  expect(followPython(before, after)).toBe(after)
})
