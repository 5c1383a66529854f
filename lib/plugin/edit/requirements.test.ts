import { expect, test } from 'vitest'
import { addRequirements } from './requirements'

const added = (file: string, text: string, ...requirements: string[]): unknown =>
  addRequirements(new Map([[file, text]]), requirements).get(file)

test('adds a line to requirements.txt, once', () => {
  expect(added('requirements.txt', 'dify_plugin>=0.9.0\n', 'requests>=2')).toBe('dify_plugin>=0.9.0\nrequests>=2\n')
  expect(added('requirements.txt', 'dify_plugin>=0.9.0', 'requests>=2')).toBe('dify_plugin>=0.9.0\nrequests>=2')
  expect(added('requirements.txt', 'a\r\n', 'b')).toBe('a\r\nb\r\n')
  expect(added('requirements.txt', '', 'b')).toBe('b\n')
  expect(added('requirements.txt', 'Dify-Plugin==1\nrequests\n', 'requests>=2', 'dify_plugin')).toBe(
    'Dify-Plugin==1\nrequests\n',
  )
})

test('adds an entry to the dependencies of pyproject.toml in their style', () => {
  const project = (list: string): string =>
    `[build]\ndependencies = ["no"]\n[project]\nname = "x"\ndependencies = ${list}\n[tool.x]\na = ["b"]\n`
  const result = (list: string): unknown => added('pyproject.toml', project(list), 'requests>=2')
  expect(result('[\n    "a>=1",\n    "b[x]>=2",\n]')).toBe(
    project('[\n    "a>=1",\n    "b[x]>=2",\n    "requests>=2",\n]'),
  )
  expect(result('[\n  "a", # first\n  "b" # last\n]')).toBe(
    project('[\n  "a", # first\n  "b", # last\n  "requests>=2"\n]'),
  )
  expect(result('["a", \'b\']')).toBe(project('["a", \'b\', "requests>=2"]'))
  expect(result('[]')).toBe(project('["requests>=2"]'))
  expect(result('[\n  "Requests~=2.0",\n]')).toBe(project('[\n  "Requests~=2.0",\n]'))
})

test('leaves files alone that are not there or hold no list', () => {
  expect(addRequirements(new Map(), ['a'])).toEqual(new Map())
  expect(added('pyproject.toml', '[tool.x]\n', 'a')).toBe('[tool.x]\n')
  expect(added('pyproject.toml', '[project]\ndependencies = ["a"', 'b')).toBe('[project]\ndependencies = ["a"')
})
