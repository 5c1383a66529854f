import { expect, it, vi } from 'vitest'
import * as check from './check'
import { textOf } from './files'
import { fixPlugin } from './fix'
import { changed, samplePlugin } from './rules/sample-plugin'

it('makes every mechanical repair, each on what those before left', () => {
  const upper = changed('manifest.yaml', 'author: acme', 'author: Acme')
  const broken = changed('manifest.yaml', '    version: "3.12"', '    version: 3.12', upper)
  const { files, done } = fixPlugin(broken)
  expect(done.map(({ rule }) => rule).sort()).toEqual(['author', 'yaml-type'])
  expect(textOf(files, 'manifest.yaml')).toBe(textOf(samplePlugin, 'manifest.yaml'))
})

it('checks once for the repairs of different files, and once to see that nothing is left', () => {
  const two = changed(
    'tools/forecast.yaml',
    'required: true',
    'required: "true"',
    changed('manifest.yaml', 'author: acme', 'author: Acme'),
  )
  const checks = vi.spyOn(check, 'checkPlugin')
  expect(
    fixPlugin(two)
      .done.map(({ file }) => file)
      .sort(),
  ).toEqual(['manifest.yaml', 'tools/forecast.yaml'])
  expect(checks).toHaveBeenCalledTimes(2)
  checks.mockRestore()
})

it('changes nothing of a plugin that nobody has anything against', () => {
  expect(fixPlugin(samplePlugin)).toEqual({ files: samplePlugin, done: [] })
})

it('leaves what only the author can know', () => {
  const { files } = fixPlugin(changed('manifest.yaml', 'contact: hello@acme.dev\n', ''))
  expect(textOf(files, 'manifest.yaml')).not.toContain('contact')
  expect(check.checkPlugin(files).map(({ rule }) => rule)).toContain('contact')
})
