import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { placeFromAddress } from './place-address'
import { createStore } from './store/store'
import { createUi } from './store/ui-state'
import { useAddress } from './use-address'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function open(search: string) {
  history.replaceState(null, '', `/projects/p1${search}`)
  const files = examplePlugin()
  const asked = new URLSearchParams(search)
  const place = placeFromAddress(
    files,
    asked.get('file') ?? undefined,
    asked.get('at') ?? undefined,
    asked.get('section') ?? undefined,
  )
  const store = createStore({ files, revision: 'r1', place })
  const pushed = vi.spyOn(history, 'pushState')
  const replaced = vi.spyOn(history, 'replaceState')
  const ui = createUi()
  renderHook(() => useAddress(store, ui))
  const settle = () => act(() => vi.advanceTimersByTime(400))
  return { store, ui, settle, pushed, replaced }
}

test('another document is another entry, another field of it is not', () => {
  const { store, settle, pushed, replaced } = open('?file=manifest.yaml')
  store.open('tools/forecast.yaml')
  settle()
  expect(pushed.mock.calls.map(([, , url]) => url)).toEqual(['/projects/p1?file=tools/forecast.yaml'])
  expect(replaced).not.toHaveBeenCalled()
  store.select({ at: ['identity', 'name'] })
  settle()
  store.select({ code: 'tools/forecast.py' })
  settle()
  expect(pushed).toHaveBeenCalledTimes(1)
  expect(replaced.mock.calls.map(([, , url]) => url)).toEqual([
    '/projects/p1?file=tools/forecast.yaml&at=/identity/name',
    '/projects/p1?file=tools/forecast.py',
  ])
})

test('Back opens the document before and writes no entry of its own', () => {
  const { store, settle, pushed } = open('?file=manifest.yaml')
  store.open('tools/forecast.yaml')
  settle()
  history.replaceState(null, '', '/projects/p1?file=manifest.yaml&at=/author')
  act(() => void dispatchEvent(new PopStateEvent('popstate')))
  settle()
  expect(store.get().place).toMatchObject({
    file: 'manifest.yaml',
    code: 'manifest.yaml',
    at: ['author'],
    takesFocus: true,
  })
  expect(pushed).toHaveBeenCalledTimes(1)
})

test('an address of a file that is not there is corrected', () => {
  const { store, pushed } = open('?file=nope.yaml')
  expect(store.get().notice).toMatch(/no file nope\.yaml/)
  expect(`${location.pathname}${location.search}`).toBe('/projects/p1?file=manifest.yaml')
  expect(pushed).not.toHaveBeenCalled()
})

test('an address without a file stays as it is', () => {
  const { replaced } = open('')
  expect(location.search).toBe('')
  expect(replaced).not.toHaveBeenCalled()
})

test('the view of all texts has an address, and leaving it too', () => {
  const { ui, pushed } = open('?file=manifest.yaml')
  act(() => ui.set({ view: 'texts' }))
  expect(location.search).toContain('view=texts')
  expect(pushed).toHaveBeenCalledOnce()
  act(() => ui.set({ view: undefined }))
  expect(location.search).not.toContain('view=texts')
})

test('a link opens the view of all texts', () => {
  const { ui } = open('?file=manifest.yaml&view=texts')
  expect(ui.get().view).toBe('texts')
})

test('going through the rows of a table makes one entry of the history', () => {
  const { store, ui, settle, pushed } = open('?file=manifest.yaml')
  act(() => ui.set({ view: 'tool' }))
  for (const file of ['tools/forecast.yaml', 'provider/weather.yaml']) {
    act(() => store.select({ file }, 'form'))
    settle()
  }
  expect(location.search).toContain('file=provider/weather.yaml')
  expect(pushed).toHaveBeenCalledOnce()
})

test('a tab of the form is an entry of its own, and Back opens the one before', () => {
  const { store, settle, pushed } = open('?file=tools/forecast.yaml')
  act(() => store.select({ section: 'parameters' }, 'form'))
  settle()
  expect(pushed.mock.calls.map(([, , url]) => url)).toEqual([
    '/projects/p1?file=tools/forecast.yaml&section=parameters',
  ])
  history.replaceState(null, '', '/projects/p1?file=tools/forecast.yaml')
  act(() => void dispatchEvent(new PopStateEvent('popstate')))
  settle()
  expect(store.get().place.section).toBe('')
  expect(pushed).toHaveBeenCalledOnce()
})

test('a link opens its tab; a field that is gone to brings its own', () => {
  const { store, settle, pushed } = open('?file=tools/forecast.yaml&section=parameters')
  expect(store.get().place.section).toBe('parameters')
  act(() => store.select({ at: ['identity', 'name'] }, 'code'))
  settle()
  expect(location.search).toBe('?file=tools/forecast.yaml&at=/identity/name')
  expect(pushed).not.toHaveBeenCalled()
})

test('the tab In Dify has an address, and a link opens it', () => {
  const { ui, pushed } = open('?file=manifest.yaml')
  act(() => ui.set({ inDify: true }))
  expect(location.search).toContain('pane=in-dify')
  expect(pushed).toHaveBeenCalledOnce()
  act(() => ui.set({ inDify: false }))
  expect(location.search).not.toContain('pane')
  cleanup()
  expect(open('?file=manifest.yaml&pane=in-dify').ui.get()).toMatchObject({ inDify: true, pane: 'file' })
})
