import { act, cleanup, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { setIn } from '@/lib/plugin/yaml/edit'
import { textOf, writeFile, type Files } from '@/lib/plugin/files'
import { samplePlugin } from '@/lib/plugin/rules/sample-plugin'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { useKeys } from '../use-keys'
import Palette from './palette'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }))
afterEach(cleanup)

const saveNow = vi.fn()

function open(palette: 'all' | 'steps' | 'keys' = 'all') {
  const place = { file: 'manifest.yaml', code: 'manifest.yaml', at: [] }
  const store = createStore({ files: samplePlugin, revision: 'r1', place })
  const ui = createUi()
  function Keys() {
    useKeys(store, ui, saveNow)
    return null
  }
  for (const version of ['0.0.2', '0.0.3', '0.0.4']) store.change(`Change version to ${version}`, withVersion(version))
  ui.set({ palette })
  render(
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <Keys />
        <Palette projectId="p" saveNow={saveNow} />
      </UiProvider>
    </StoreProvider>,
  )
  const version = () => /^version: "?([^"\n]*)/m.exec(textOf(store.get().files, 'manifest.yaml') ?? '')?.[1]
  return { store, ui, version }
}

function withVersion(version: string) {
  return (files: Files) => {
    const edited = setIn(textOf(files, 'manifest.yaml') ?? '', ['version'], version)
    return edited.ok ? writeFile(files, 'manifest.yaml', edited.text) : files
  }
}

const shown = () => screen.getAllByRole('option').map((option) => option.textContent)

test('a file is found by some of its letters, with these in bold, and Enter opens it', async () => {
  const { store, ui } = open()
  await userEvent.type(screen.getByRole('combobox'), 'forec yaml')
  expect(shown()[0]).toContain('tools/forecast.yaml')
  expect(screen.getAllByRole('option')[0]?.querySelector('b')?.textContent).toBe('forec')
  await userEvent.keyboard('{Enter}')
  expect(store.get().place.file).toBe('tools/forecast.yaml')
  expect(ui.get().palette).toBeUndefined()
})

test('a field of the open document is gone to by its title', async () => {
  const { store } = open()
  await userEvent.type(screen.getByRole('combobox'), 'privacy')
  const index = shown().findIndex((text) => text?.includes('Field of plugin'))
  for (let step = 0; step < index; step += 1) await userEvent.keyboard('{ArrowDown}')
  await userEvent.keyboard('{Enter}')
  expect(store.get().place).toMatchObject({ file: 'manifest.yaml', at: ['privacy'] })
})

test('a command runs by Enter, and its key stands beside it', async () => {
  open()
  await userEvent.type(screen.getByRole('combobox'), 'save')
  expect(shown()[0]).toBe('Save nowCtrl+S')
  await userEvent.keyboard('{Enter}')
  expect(saveNow).toHaveBeenCalledOnce()
})

test('arrows go round, and what nothing is called is said', async () => {
  open()
  const field = screen.getByRole('combobox')
  const chosen = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent
  const first = chosen()
  await userEvent.type(field, '{ArrowUp}')
  expect(chosen()).not.toBe(first)
  await userEvent.type(field, '{ArrowDown}')
  expect(chosen()).toBe(first)
  await userEvent.type(field, 'qqqqqq')
  expect(screen.queryAllByRole('option')).toEqual([])
  expect(screen.getByText('Nothing is called “qqqqqq”.')).toBeDefined()
})

test('one goes back to a step, and forward again', async () => {
  const { ui, version } = open('steps')
  expect(shown().map((text) => text?.split('manifest')[0])).toEqual([
    'Change version to 0.0.4',
    'Change version to 0.0.3',
    'Change version to 0.0.2',
    'As it was opened',
  ])
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(version()).toBe('0.0.2')
  act(() => ui.set({ palette: 'steps' }))
  await userEvent.keyboard('{Enter}')
  expect(version()).toBe('0.0.4')
  act(() => ui.set({ palette: 'steps' }))
  await userEvent.keyboard('{End}{ArrowUp}{Enter}')
  expect(version()).toBe('0.0.1')
})

test('the key opens and closes the palette, undo does not reach into it', async () => {
  const { ui, store } = open()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(store.get().undo).toHaveLength(3)
  await userEvent.keyboard('{Control>}k{/Control}')
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(ui.get().palette).toBe('all')
  await userEvent.keyboard('{Escape}')
  expect(ui.get().palette).toBeUndefined()
})

test('the list of keys says where each works', () => {
  open('keys')
  expect(screen.getByRole('region', { name: 'Everywhere' }).textContent).toContain('Ctrl+Shift+Z')
  expect(screen.getByRole('region', { name: 'In the code editor' }).textContent).toContain('Tab leaves the editor')
})

test('something is added to a list of the open document, its name to be typed', async () => {
  const { store, ui } = open()
  act(() => {
    store.open('tools/forecast.yaml')
    ui.set({ palette: undefined })
  })
  act(() => ui.set({ palette: 'all' }))
  await userEvent.type(screen.getByRole('combobox'), 'add parameter')
  expect(shown()[0]).toBe('Add parameterParameters')
  await userEvent.keyboard('{Enter}')
  expect(textOf(store.get().files, 'tools/forecast.yaml')).toContain('  - name: parameter\n')
  expect(store.get().place).toMatchObject({ at: ['parameters', 2, 'name'], takesFocus: true })
  expect(store.get().undo.at(-1)?.label).toBe('Add parameter')
})

test('files are uploaded from the palette', async () => {
  const { ui } = open()
  await userEvent.type(screen.getByRole('combobox'), 'upload')
  expect(shown()[0]).toBe('Upload file')
  await userEvent.keyboard('{Enter}')
  expect(ui.get()).toMatchObject({ task: { kind: 'upload' }, drawer: true })
})

test('Enter of an input method chooses its word and runs nothing', async () => {
  const { ui } = open()
  const field = screen.getByRole('combobox')
  await userEvent.type(field, 'save')
  const before = saveNow.mock.calls.length
  fireEvent(field, createEvent.keyDown(field, { key: 'Enter', isComposing: true }))
  expect(ui.get().palette).toBe('all')
  expect(saveNow).toHaveBeenCalledTimes(before)
})

test('the open file is copied and, where it is Python, formatted', async () => {
  const { store, ui } = open()
  const offered = () => shown().filter((text) => /^(Copy|Format) /.test(text ?? ''))
  await userEvent.type(screen.getByRole('combobox'), 'this file')
  expect(offered()).toEqual(['Copy manifest.yaml'])
  act(() => ui.set({ palette: undefined }))
  act(() => store.open('tools/forecast.py'))
  act(() => ui.set({ palette: 'all' }))
  await userEvent.type(screen.getByRole('combobox'), 'this file')
  expect(offered().sort()).toEqual(['Copy tools/forecast.py', 'Format tools/forecast.pyShift+Alt+F'])
  await userEvent.clear(screen.getByRole('combobox'))
  await userEvent.type(screen.getByRole('combobox'), 'copy tools')
  await userEvent.keyboard('{Enter}')
  expect(await navigator.clipboard.readText()).toBe(textOf(samplePlugin, 'tools/forecast.py'))
})
