import { afterEach, expect, test, vi } from 'vitest'
import { writeFile } from '@/lib/plugin/files'
import { samplePlugin } from '@/lib/plugin/rules/sample-plugin'
import { createStore } from '../store/store'
import { createUi } from '../store/ui-state'
import { leaveTo } from './leave-to'

afterEach(() => vi.unstubAllGlobals())

function open(typed: boolean) {
  const place = { file: 'manifest.yaml', code: 'manifest.yaml', at: [] }
  const store = createStore({ files: samplePlugin, revision: 'r1', place })
  if (typed) store.change('Type', (files) => writeFile(files, 'README.md', 'more'))
  const go = vi.fn()
  return { store, go, leave: () => leaveTo('/', { store, ui: createUi(), go }) }
}

test('without unsaved work another page is gone to at once', async () => {
  vi.stubGlobal('fetch', vi.fn())
  const { go, leave } = open(false)
  await leave()
  expect(go).toHaveBeenCalledWith('/')
  expect(fetch).not.toHaveBeenCalled()
})

test('with unsaved work it is gone to when the server answers', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('')))
  const { go, leave } = open(true)
  await leave()
  expect(go).toHaveBeenCalledWith('/')
})

test('with unsaved work and no server the page stays and says why', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const { store, go, leave } = open(true)
  await leave()
  expect(go).not.toHaveBeenCalled()
  expect(store.get().notice).toMatch(/^The server does not answer/)
})
