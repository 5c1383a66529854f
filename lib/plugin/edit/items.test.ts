import { describe, expect, test } from 'vitest'
import { removeFile, writeFile, type Files } from '../files'
import { isPristine } from '../follow-python'
import { documentsOf } from '../references'
import { addItem } from './add-item'
import { duplicateItem } from './duplicate-item'
import { examplePlugin, pristineDocuments } from './example-plugin'
import { moveItem } from './move-item'
import { removeItem } from './remove-item'
import { renameItem } from './rename-item'
import { changesOf, danglingRefs, filesOf } from './test-changes'

const provider = 'provider/weather.yaml'
const replace = (files: Files, path: string, from: string, to: string): Files =>
  writeFile(files, path, String(files.get(path)).replace(from, to))

describe('addItem', () => {
  test('lists a tool, writes its YAML and its Python', () => {
    const files = examplePlugin()
    const edited = addItem(files, provider, 'air_quality')
    expect(changesOf(files, edited)).toEqual([
      'changed provider/weather.yaml',
      '+  - tools/air_quality.yaml',
      'added tools/air_quality.py',
      'added tools/air_quality.yaml',
    ])
    expect(edited.file).toBe('tools/air_quality.yaml')
    expect(isPristine(filesOf(edited), 'tools/air_quality.yaml')).toBe(true)
    expect(filesOf(edited).get('tools/air_quality.yaml')).toMatch(/author: "?acme"?\n/)
  })

  test('adds an endpoint to its group', () => {
    const files = examplePlugin()
    expect(changesOf(files, addItem(files, 'group/hook.yaml', 'status'))).toEqual([
      'added endpoints/status.py',
      'added endpoints/status.yaml',
      'changed group/hook.yaml',
      '+  - endpoints/status.yaml',
    ])
  })

  test('takes a free name where the name or one of its files is taken', () => {
    const files = writeFile(examplePlugin(), 'tools/forecast_2.py', '')
    expect(addItem(files, provider, 'forecast').file).toBe('tools/forecast_3.yaml')
    expect(addItem(files, provider, 'Forecast').file).toBe('tools/forecast_3.yaml')
    expect(addItem(files, provider, 'provider').file).toBe('tools/provider_2.yaml')
    expect(addItem(files, provider, ' ').file).toBe('tools/new_tool.yaml')
  })

  test('puts files where the others are, with their extension', () => {
    const moved = replace(examplePlugin(), provider, 'tools/find_station.yaml', 'src/find_station.yml')
    const files = writeFile(moved, 'src/find_station.yml', String(moved.get('tools/find_station.yaml')))
    expect(addItem(files, provider, 'x').file).toBe('src/x.yml')
  })

  test('makes the list where there is none', () => {
    const files = replace(examplePlugin(), 'group/hook.yaml', 'endpoints:\n  - endpoints/ping.yaml\n', '')
    expect(filesOf(addItem(files, 'group/hook.yaml', 'x')).get('group/hook.yaml')).toBe(
      'settings: []\nendpoints:\n  - endpoints/x.yaml\n',
    )
    const empty = replace(examplePlugin(), 'group/hook.yaml', '\n  - endpoints/ping.yaml', '')
    expect(filesOf(addItem(empty, 'group/hook.yaml', 'x')).get('group/hook.yaml')).toMatch(
      /endpoints:\n? +-? ?\[?endpoints\/x.yaml\]?\n/,
    )
  })

  test('refuses where nothing can be listed', () => {
    expect(changesOf(examplePlugin(), addItem(examplePlugin(), 'tools/forecast.yaml', 'x'))).toEqual([
      'refused: tools/forecast.yaml has no list of items to add to.',
    ])
    const broken = writeFile(examplePlugin(), provider, 'tools: [\n')
    expect(addItem(broken, provider, 'x')).toMatchObject({
      ok: false,
      reason: 'Mend provider/weather.yaml first: its YAML cannot be read.',
      line: expect.any(Number),
    })
    const text = writeFile(examplePlugin(), provider, 'tools: none\n')
    expect(addItem(text, provider, 'x')).toMatchObject({
      ok: false,
      reason: 'Make "tools" of provider/weather.yaml a list first: it holds something else.',
    })
  })
})

describe('duplicateItem', () => {
  test('copies a tool with its comments under a name of its own, right after it', () => {
    const files = examplePlugin()
    const edited = duplicateItem(files, 'tools/forecast.yaml')
    expect(changesOf(files, edited)).toEqual([
      'changed provider/weather.yaml',
      '+  - tools/forecast_2.yaml',
      'added tools/forecast_2.py',
      'added tools/forecast_2.yaml',
    ])
    const copy = String(filesOf(edited).get('tools/forecast_2.yaml'))
    expect(copy).toBe(
      String(files.get('tools/forecast.yaml'))
        .replace('name: forecast #', 'name: forecast_2 #')
        .replace('en_US: Forecast\n', 'en_US: Forecast 2\n')
        .replace('预报', '预报 2')
        .replace('tools/forecast.py', 'tools/forecast_2.py'),
    )
    expect([...documentsOf(filesOf(edited)).keys()].slice(2, 5)).toEqual([
      'tools/forecast.yaml',
      'tools/forecast_2.yaml',
      'tools/find_station.yaml',
    ])
    expect(isPristine(filesOf(edited), 'tools/forecast_2.yaml')).toBe(true)
  })

  test('copies touched Python as it is', () => {
    const files = writeFile(examplePlugin(), 'tools/forecast.py', 'class Mine: ...\n')
    expect(filesOf(duplicateItem(files, 'tools/forecast.yaml')).get('tools/forecast_2.py')).toBe('class Mine: ...\n')
  })

  test('gives an endpoint a path of its own', () => {
    const edited = duplicateItem(examplePlugin(), 'endpoints/ping.yaml')
    expect(filesOf(edited).get('endpoints/ping_2.yaml')).toBe(
      'path: /ping-2\nmethod: GET\nextra:\n  python:\n    source: endpoints/ping_2.py\n',
    )
  })

  test('copies no Python that is not there', () => {
    const files = removeFile(examplePlugin(), 'tools/forecast.py')
    expect(filesOf(duplicateItem(files, 'tools/forecast.yaml')).has('tools/forecast_2.py')).toBe(false)
  })

  test('refuses what is in no list of items', () => {
    expect(duplicateItem(examplePlugin(), provider)).toMatchObject({ ok: false })
    expect(duplicateItem(examplePlugin(), 'README.md')).toMatchObject({ ok: false })
  })
})

describe('renameItem', () => {
  test('renames the tool, its files and everything that names them', () => {
    const files = examplePlugin()
    const edited = renameItem(files, 'tools/find_station.yaml', 'nearest_station')
    expect(changesOf(files, edited)).toEqual([
      'changed provider/weather.yaml',
      '-  - tools/find_station.yaml',
      '+  - tools/nearest_station.yaml',
      'removed tools/find_station.py',
      'removed tools/find_station.yaml',
      'added tools/nearest_station.py',
      'added tools/nearest_station.yaml',
    ])
    expect(edited.file).toBe('tools/nearest_station.yaml')
    expect(filesOf(edited).get('tools/nearest_station.yaml')).toBe(
      String(files.get('tools/find_station.yaml'))
        .replace('name: find_station', 'name: nearest_station')
        .replace('find_station.py', 'nearest_station.py'),
    )
    expect(pristineDocuments(filesOf(edited))).toContain('tools/nearest_station.yaml')
  })

  test('there and back gives identical files', () => {
    const files = examplePlugin()
    for (const path of ['tools/forecast.yaml', 'tools/find_station.yaml', provider, 'endpoints/ping.yaml']) {
      const name = path.replace(/.*\/|\.yaml/g, '')
      const there = renameItem(files, path, 'something_else')
      expect(filesOf(renameItem(filesOf(there), there.file ?? '', name))).toEqual(files)
    }
  })

  test('moves touched Python without a change inside', () => {
    const files = writeFile(examplePlugin(), 'tools/forecast.py', 'class Mine: ...\n')
    expect(filesOf(renameItem(files, 'tools/forecast.yaml', 'x')).get('tools/x.py')).toBe('class Mine: ...\n')
  })

  test('keeps file names that never were the name', () => {
    const files = replace(examplePlugin(), 'tools/forecast.yaml', 'name: forecast', 'name: weather_forecast')
    expect(changesOf(files, renameItem(files, 'tools/forecast.yaml', 'x'))).toEqual([
      'changed tools/forecast.yaml',
      '-  name: weather_forecast # models call it so',
      '+  name: x # models call it so',
    ])
  })

  test('keeps names with capitals in file names where the plugin has them', () => {
    const named = filesOf(renameItem(examplePlugin(), 'tools/forecast.yaml', 'getForecast'))
    expect(named.has('tools/getforecast.yaml')).toBe(true)
    let files: Files = new Map(
      [...named].map(([path, content]) => [path.replace('getforecast', 'getForecast'), content] as const),
    )
    files = replace(files, provider, 'tools/getforecast.yaml', 'tools/getForecast.yaml')
    files = replace(files, 'tools/getForecast.yaml', 'tools/getforecast.py', 'tools/getForecast.py')
    expect(renameItem(files, 'tools/getForecast.yaml', 'readForecast').file).toBe('tools/readForecast.yaml')
  })

  test('only names the manifest, which keeps its file', () => {
    const files = examplePlugin()
    expect(changesOf(files, renameItem(files, 'manifest.yaml', 'manifest_x')).slice(0, 3)).toEqual([
      'changed manifest.yaml',
      '-name: weather',
      '+name: manifest_x',
    ])
  })

  test('refuses a name or file that another one has', () => {
    expect(renameItem(examplePlugin(), 'tools/forecast.yaml', 'find_station')).toEqual({
      ok: false,
      reason: 'Choose another name: tools/find_station.yaml has the name "find_station" already.',
      file: 'tools/forecast.yaml',
    })
    const files = writeFile(examplePlugin(), 'tools/x.yaml', '')
    expect(renameItem(files, 'tools/forecast.yaml', 'x')).toMatchObject({
      ok: false,
      reason: 'There is a file tools/x.yaml already. Choose another name.',
    })
  })
})

describe('removeItem', () => {
  test('removes the entry with its comment, the YAML and the Python', () => {
    const files = examplePlugin()
    expect(changesOf(files, removeItem(files, 'tools/forecast.yaml'))).toEqual([
      'changed provider/weather.yaml',
      '-  # the one that people want',
      '-  - tools/forecast.yaml',
      'removed tools/forecast.py',
      'removed tools/forecast.yaml',
    ])
  })

  test('leaves an empty list after the last one', () => {
    const one = filesOf(removeItem(examplePlugin(), 'tools/forecast.yaml'))
    expect(filesOf(removeItem(one, 'tools/find_station.yaml')).get(provider)).toContain('\ntools: []\nextra:')
  })

  test('keeps Python that another document names or another Python file imports', () => {
    const shared = replace(examplePlugin(), 'tools/find_station.yaml', 'tools/find_station.py', 'tools/forecast.py')
    expect(filesOf(removeItem(shared, 'tools/forecast.yaml')).has('tools/forecast.py')).toBe(true)
    const imported = writeFile(examplePlugin(), 'tools/find_station.py', 'from tools.forecast import cities\n')
    expect(filesOf(removeItem(imported, 'tools/forecast.yaml')).has('tools/forecast.py')).toBe(true)
    expect(danglingRefs(filesOf(removeItem(shared, 'tools/forecast.yaml')))).toEqual([])
  })

  test('removes an entry whose file is missing', () => {
    const files = removeFile(examplePlugin(), 'tools/forecast.yaml')
    expect(danglingRefs(filesOf(removeItem(files, 'tools/forecast.yaml')))).toEqual([])
  })

  test('refuses the manifest and what no list names', () => {
    expect(removeItem(examplePlugin(), 'manifest.yaml')).toMatchObject({ ok: false })
    expect(removeItem(examplePlugin(), 'README.md')).toMatchObject({ ok: false })
  })
})

describe('moveItem', () => {
  test('moves the entry with its comment', () => {
    const files = examplePlugin()
    const edited = moveItem(files, 'tools/forecast.yaml', 1)
    expect(filesOf(edited).get(provider)).toContain(
      'tools:\n  - tools/find_station.yaml\n  # the one that people want\n  - tools/forecast.yaml\nextra:',
    )
    expect(filesOf(moveItem(filesOf(edited), 'tools/forecast.yaml', 0))).toEqual(files)
    expect(edited.file).toBe('tools/forecast.yaml')
  })

  test('stops at the ends', () => {
    const files = examplePlugin()
    expect(filesOf(moveItem(files, 'tools/forecast.yaml', -5))).toEqual(files)
    expect([...documentsOf(filesOf(moveItem(files, 'tools/forecast.yaml', 9))).keys()][3]).toBe('tools/forecast.yaml')
  })
})
