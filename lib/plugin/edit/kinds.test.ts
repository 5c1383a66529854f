import { describe, expect, test } from 'vitest'
import type { Answers } from '../kind'
import { writeFile, type Files } from '../files'
import { documentsOf } from '../references'
import { examplePlugin, pristineDocuments } from './example-plugin'
import { kinds } from '../kinds/registry'
import { presentKinds } from '../present-kinds'
import { addKind, lackingKinds, removeKind } from './kinds'
import { changesOf, danglingRefs, filesOf } from './test-changes'

const answers: Answers = { name: 'weather', author: 'acme', createdAt: '2025-01-01T00:00:00Z' }
const addable = (files: Files) => lackingKinds(files).filter(({ refusal }) => refusal === undefined)
const ids = (kinds: readonly { id: string }[]): string[] => kinds.map((kind) => kind.id)

describe('removeKind', () => {
  test('removes the documents, their Python and the section of the manifest', () => {
    const files = examplePlugin()
    expect(changesOf(files, removeKind(files, 'endpoint'))).toEqual([
      'removed endpoints/ping.py',
      'removed endpoints/ping.yaml',
      'removed group/hook.yaml',
      'changed manifest.yaml',
      '-  endpoints:',
      '-    - group/hook.yaml',
    ])
  })

  test('keeps the only kind', () => {
    const files = filesOf(removeKind(examplePlugin(), 'endpoint'))
    expect(ids(presentKinds(files))).toEqual(['tool'])
    expect(removeKind(files, 'tool')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Add something else first'),
    })
    expect(removeKind(files, 'endpoint')).toMatchObject({ ok: false })
  })
})

describe('addKind', () => {
  test('adds what New plugin would, with its section and permission', () => {
    for (const kind of ['endpoint', 'tool']) {
      const files = filesOf(removeKind(examplePlugin(), kind))
      expect(ids(addable(files))).toEqual([kind])
      const added = filesOf(addKind(files, kind, answers))
      expect(ids(presentKinds(added))).toEqual(['tool', 'endpoint'])
      expect(danglingRefs(added)).toEqual([])
      for (const path of files.keys()) if (path !== 'manifest.yaml') expect(added.get(path)).toBe(files.get(path))
    }
  })

  test('asks for the permission that it needs', () => {
    const bare = filesOf(removeKind(examplePlugin(), 'endpoint'))
    const files = writeFile(
      bare,
      'manifest.yaml',
      String(bare.get('manifest.yaml')).replace('    endpoint:\n      enabled: true\n', ''),
    )
    expect(filesOf(addKind(files, 'endpoint', answers)).get('manifest.yaml')).toContain(
      '    tool:\n      enabled: true\n    endpoint:\n      enabled: true\n',
    )
    const none = writeFile(
      files,
      'manifest.yaml',
      String(files.get('manifest.yaml')).replace('  permission:\n    tool:\n      enabled: true\n', ''),
    )
    expect(filesOf(addKind(none, 'endpoint', answers)).get('manifest.yaml')).toContain(
      '  memory: 268435456\n  permission:\n    endpoint:\n      enabled: true\n',
    )
  })

  test('takes free file names where the plugin has others', () => {
    const bare = filesOf(removeKind(examplePlugin(), 'endpoint'))
    const fresh = filesOf(addKind(bare, 'endpoint', answers))
    const brought = [...fresh.keys()].filter((path) => !bare.has(path) && /\.(ya?ml|py)$/.test(path))
    expect(brought.length).toBeGreaterThan(2)
    const crowded = brought.reduce<Files>((files, path) => writeFile(files, path, '# mine\n'), bare)
    const added = filesOf(addKind(crowded, 'endpoint', answers))
    for (const path of brought) expect(added.get(path)).toBe('# mine\n')
    expect(danglingRefs(added)).toEqual([])
    expect(documentsOf(added).size).toBe(documentsOf(fresh).size)
    expect(pristineDocuments(added).length).toBe(pristineDocuments(fresh).length)
  })

  test('refuses what is there and what is unknown', () => {
    expect(addKind(examplePlugin(), 'endpoint', answers)).toEqual({
      ok: false,
      reason: 'Endpoints are in this plugin already.',
      file: 'manifest.yaml',
    })
    expect(addKind(examplePlugin(), 'unheard_of', answers)).toMatchObject({ ok: false })
    expect(addKind(examplePlugin(), 'model', answers)).toMatchObject({
      ok: false,
      reason: 'Models stand alone: Dify refuses anything beside them.',
    })
  })

  test('says why of each kind that cannot be added, behind those that can', () => {
    const files = filesOf(removeKind(examplePlugin(), 'endpoint'))
    expect(lackingKinds(files).map(({ id, refusal }) => `${id}: ${refusal ?? 'fine'}`)).toEqual([
      'endpoint: fine',
      'agent-strategy: Agent strategies stand alone: Dify refuses anything beside them.',
      'datasource: Data sources stand alone: Dify refuses anything beside them.',
      'trigger: Triggers stand alone: Dify refuses anything beside them.',
      'model: Models stand alone: Dify refuses anything beside them.',
    ])
  })

  test('offers nothing beside kinds that it does not know', () => {
    expect(addable(new Map([['manifest.yaml', 'plugins:\n  unheard_of: [a.yaml]\n']]))).toEqual([])
    expect(ids(addable(new Map([['manifest.yaml', 'plugins: {}\n']])))).toEqual(ids(kinds))
  })
})
