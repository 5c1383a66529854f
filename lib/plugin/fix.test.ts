import { expect, it } from 'vitest'
import { checkPlugin } from './check'
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

it('changes nothing of a plugin that nobody has anything against', () => {
  expect(fixPlugin(samplePlugin)).toEqual({ files: samplePlugin, done: [] })
})

it('leaves what only the author can know', () => {
  const { files } = fixPlugin(changed('manifest.yaml', 'contact: hello@acme.dev\n', ''))
  expect(textOf(files, 'manifest.yaml')).not.toContain('contact')
  expect(checkPlugin(files).map(({ rule }) => rule)).toContain('contact')
})
