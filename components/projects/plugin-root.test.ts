import { expect, test } from 'vitest'
import { pluginAmong } from './plugin-root'

const files = (...paths: string[]) => new Map(paths.map((path) => [path, `text of ${path}`]))

test('takes files with the manifest at the top as they are', () => {
  const all = files('manifest.yaml', 'tools/a.yaml', 'examples/manifest.yaml')
  expect(pluginAmong(all, 'a.zip')).toEqual({ ok: true, files: all })
})

test('takes off the one folder around the plugin and leaves what stands beside it', () => {
  const found = pluginAmong(files('weather/manifest.yaml', 'weather/tools/a.yaml', '__MACOSX/x'), 'a.zip')
  expect(found).toEqual({
    ok: true,
    files: new Map([
      ['manifest.yaml', 'text of weather/manifest.yaml'],
      ['tools/a.yaml', 'text of weather/tools/a.yaml'],
    ]),
  })
})

test('says that files without a manifest are no plugin', () => {
  expect(pluginAmong(files('index.html'), 'site.zip')).toEqual({
    ok: false,
    reason: 'Choose a plugin: site.zip has no manifest.yaml, so it is no Dify plugin.',
  })
})

test('tells the right name of a manifest.yml', () => {
  expect(pluginAmong(files('x/manifest.yml'), 'x')).toEqual({
    ok: false,
    reason: 'Rename x/manifest.yml to manifest.yaml. Dify reads the manifest only under that name.',
  })
})

test('does not choose among several plugins', () => {
  expect(pluginAmong(files('a/manifest.yaml', 'b/manifest.yaml'), 'plugins')).toEqual({
    ok: false,
    reason: 'Open one plugin at a time: plugins holds several, in a and b.',
  })
})
