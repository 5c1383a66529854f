import { describe, expect, test } from 'vitest'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { createStore } from '../store/store'
import { outlineActions, removableKind, siblings } from './actions'

function open() {
  const files = examplePlugin()
  const store = createStore({ files, revision: 'r1', place: { file: 'manifest.yaml', code: 'manifest.yaml', at: [] } })
  return { files, store, actions: outlineActions(store), paths: () => [...store.get().files.keys()] }
}

describe('what the outline does', () => {
  test('adds an item, opens it, and takes it back in one step', () => {
    const { files, store, actions } = open()
    expect(actions.add('provider/weather.yaml', 'tool', 'alerts')).toBeUndefined()
    expect(store.get().place.file).toBe('tools/alerts.yaml')
    store.undo()
    expect(store.get().files).toEqual(files)
    expect(store.get().place.file).toBe('manifest.yaml')
  })

  test('refuses a name that models could not call, and offers one', () => {
    const { files, store, actions } = open()
    const sentence = 'Use only letters, digits, "_" and "-" in the name, for example "bad_name".'
    expect(actions.add('provider/weather.yaml', 'tool', 'Bad Name!')).toBe(sentence)
    expect(actions.rename('tools/forecast.yaml', 'Bad Name!')).toBe(sentence)
    expect(store.get().files).toEqual(files)
  })

  test('renames an item with its files, whichever was open', () => {
    const { store, actions, paths } = open()
    store.open('tools/forecast.py')
    expect(actions.rename('tools/forecast.yaml', 'outlook')).toBeUndefined()
    expect(paths()).toContain('tools/outlook.py')
    expect(paths()).not.toContain('tools/forecast.yaml')
    expect(store.get().place.file).toBe('tools/outlook.yaml')
  })

  test('goes to the parent when the open item is deleted', () => {
    const { store, actions } = open()
    store.open('tools/forecast.yaml')
    actions.remove('tools/forecast.yaml')
    expect(store.get().place.file).toBe('provider/weather.yaml')
  })

  test('moves an item and stops at the ends', () => {
    const { store, actions } = open()
    actions.move('tools/forecast.yaml', -1)
    expect(store.get().undo).toEqual([])
    actions.move('tools/forecast.yaml', 1)
    expect(siblings(store.get().files, 'tools/forecast.yaml')).toEqual({ index: 1, count: 2 })
  })

  test('moves a folder with what is open of it, and takes it back in one step', () => {
    const { files, store, actions } = open()
    store.open('tools/forecast.py')
    expect(actions.movePath('tools', 'src/tools')).toBeUndefined()
    expect(store.get().place).toMatchObject({ file: 'src/tools/forecast.yaml', code: 'src/tools/forecast.py' })
    expect(store.get().undo.map(({ label }) => label)).toEqual(['Rename tools to src/tools'])
    store.undo()
    expect(store.get().files).toEqual(files)
  })

  test('removes a kind only while another one stays', () => {
    const { store, actions } = open()
    expect(removableKind(store.get().files, 'group/hook.yaml')).toBe('endpoint')
    expect(removableKind(store.get().files, 'tools/forecast.yaml')).toBeUndefined()
    expect(actions.removeKind('endpoint')).toBeUndefined()
    expect(removableKind(store.get().files, 'provider/weather.yaml')).toBeUndefined()
  })

  test('refuses paths that no file can have, in a sentence', () => {
    const { actions } = open()
    expect(actions.addFile('../x')).toMatch(/“\.\.”/)
    expect(actions.addFile('README.md')).toBe('There is a file README.md already. Choose another name.')
    expect(actions.movePath('manifest.yaml', 'other.yaml')).toMatch(/manifest\.yaml/)
  })
})
