import { describe, expect, test } from 'vitest'
import { createPlugin } from '../create'
import { writeFile, type Files } from '../files'
import { isPristine } from '../follow-python'
import { examplePlugin } from './example-plugin'
import { renameFileEverywhere, renameFolder } from './rename-file'
import { changesOf, danglingRefs, filesOf } from './test-changes'

const replace = (files: Files, path: string, from: string, to: string): Files =>
  writeFile(files, path, String(files.get(path)).replace(from, to))

describe('renameFileEverywhere', () => {
  test('writes the new path where the old one stood, comments stay', () => {
    const files = examplePlugin()
    const edited = renameFileEverywhere(files, 'provider/weather.yaml', 'provider/sky.yaml')
    expect(changesOf(files, edited).slice(0, 3)).toEqual([
      'changed manifest.yaml',
      '-    - provider/weather.yaml # the only one',
      '+    - provider/sky.yaml # the only one',
    ])
    expect(danglingRefs(filesOf(edited))).toEqual([])
    expect(isPristine(filesOf(edited), 'provider/sky.yaml')).toBe(true)
  })

  test('renames a picture in both places that name it, by its name in _assets', () => {
    const files = examplePlugin()
    expect(changesOf(files, renameFileEverywhere(files, '_assets/icon.svg', '_assets/sun.svg'))).toEqual([
      'removed _assets/icon.svg',
      'added _assets/sun.svg',
      'changed manifest.yaml',
      '-icon: icon.svg',
      '+icon: sun.svg',
      'changed provider/weather.yaml',
      '-  icon: icon.svg',
      '+  icon: sun.svg',
    ])
    expect(renameFileEverywhere(files, '_assets/icon.svg', 'icon.svg')).toMatchObject({
      ok: false,
      reason: 'Keep _assets/icon.svg in the folder _assets: manifest.yaml names it as an icon.',
    })
  })

  test('renames Python, which stays untouched', () => {
    const edited = renameFileEverywhere(examplePlugin(), 'tools/forecast.py', 'src/weather.py')
    expect(isPristine(filesOf(edited), 'tools/forecast.yaml')).toBe(true)
    expect(filesOf(edited).get('tools/forecast.yaml')).toContain('    source: src/weather.py\n')
  })

  test('keeps the style of the path', () => {
    const files = replace(examplePlugin(), 'group/hook.yaml', 'endpoints/ping.yaml', '"./endpoints/ping.yaml"')
    expect(
      filesOf(renameFileEverywhere(files, 'endpoints/ping.yaml', 'endpoints/pong.yaml')).get('group/hook.yaml'),
    ).toContain('- "./endpoints/pong.yaml"\n')
  })

  test('renames a file that nothing names', () => {
    const files = examplePlugin()
    expect(changesOf(files, renameFileEverywhere(files, 'README.md', 'docs/README.md'))).toEqual([
      'removed README.md',
      'added docs/README.md',
    ])
  })

  test('refuses with one sentence', () => {
    const reason = (from: string, to: string, files = examplePlugin()): unknown => {
      const edited = renameFileEverywhere(files, from, to)
      return edited.ok ? 'done' : edited.reason
    }
    expect(reason('none', 'x')).toBe('There is no file none in this plugin.')
    expect(reason('manifest.yaml', 'x.yaml')).toBe('Keep the name manifest.yaml: Dify looks for the manifest under it.')
    expect(reason('README.md', 'PRIVACY.md')).toBe('There is a file PRIVACY.md already. Choose another name.')
    expect(reason('README.md', '../x')).toBe('Write the path without empty parts, “.” and “..”.')
    expect(reason('README.md', '')).toBe('Give the file a name.')
    const broken = replace(examplePlugin(), 'provider/weather.yaml', 'en_US: API key', 'en_US: API: key')
    expect(reason('tools/forecast.yaml', 'tools/x.yaml', broken)).toBe(
      'Mend provider/weather.yaml first: its YAML cannot be read.',
    )
  })
})

describe('renameFolder', () => {
  test('moves all that is in it, and what names it follows, untouched Python too', () => {
    const files = examplePlugin()
    const moved = filesOf(renameFolder(files, 'tools', 'src/tools'))
    expect(danglingRefs(moved)).toEqual([])
    expect(moved.get('provider/weather.yaml')).toContain('  - src/tools/forecast.yaml\n')
    expect(moved.get('src/tools/forecast.yaml')).toContain('    source: src/tools/forecast.py\n')
    expect(isPristine(moved, 'src/tools/forecast.yaml')).toBe(true)
    expect(filesOf(renameFolder(moved, 'src/tools', 'tools'))).toEqual(files)
  })

  test('patterns below it follow', () => {
    const files = createPlugin(['model'], { name: 'five', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })
    const moved = filesOf(renameFolder(files, 'models', 'catalog/models'))
    expect(moved.get('provider/five.yaml')).toContain('      - catalog/models/llm/*.yaml\n')
    expect(moved.has('catalog/models/llm/first_llm.yaml')).toBe(true)
    expect(danglingRefs(moved)).toEqual([])
  })

  test('refuses with one sentence, and moves nothing', () => {
    const reason = (from: string, to: string): unknown => {
      const edited = renameFolder(examplePlugin(), from, to)
      return edited.ok ? 'done' : edited.reason
    }
    expect(reason('none', 'x')).toBe('There is no folder none in this plugin.')
    expect(reason('tools', '../x')).toBe('Write the path without empty parts, “.” and “..”.')
    expect(reason('tools', 'README.md')).toBe('Choose another folder: README.md is a file.')
    expect(reason('_assets', 'pictures')).toMatch(/^Keep _assets\/icon.svg in the folder _assets/)
  })
})
