import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { samplePlugin } from '@/lib/plugin/rules/sample-plugin'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { FilesTree } from './files-tree'

afterEach(cleanup)

function open() {
  const place = { file: 'manifest.yaml', code: 'manifest.yaml', at: [] }
  const store = createStore({ files: samplePlugin, revision: 'r1', place })
  const ui = createUi()
  render(
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <FilesTree />
      </UiProvider>
    </StoreProvider>,
  )
  const row = (name: string) => screen.getByRole('treeitem', { name })
  const focused = () => document.activeElement?.getAttribute('data-id')
  return { store, ui, row, focused }
}

test('a renamed file keeps the focus, also in a folder that was closed', async () => {
  const { row, focused } = open()
  act(() => row('main.py').focus())
  await userEvent.keyboard('{F2}')
  await userEvent.clear(screen.getByRole('textbox'))
  await userEvent.keyboard('_assets/start.py{Enter}')
  await waitFor(() => expect(focused()).toBe('_assets/start.py'))
})

test('a name that is dropped gives the focus back to its row', async () => {
  const { row, focused } = open()
  act(() => row('main.py').focus())
  await userEvent.keyboard('{F2}{Escape}')
  expect(focused()).toBe('main.py')
})

test('a folder is renamed like a file, and keeps the focus', async () => {
  const { store, row, focused } = open()
  act(() => row('tools').focus())
  await userEvent.keyboard('{F2}')
  await userEvent.clear(screen.getByRole('textbox'))
  await userEvent.keyboard('src/tools{Enter}')
  await waitFor(() => expect(focused()).toBe('src/tools'))
  expect(store.get().files.has('src/tools/forecast.yaml')).toBe(true)
})

test('what is dropped on a folder, or on a file in it, goes there; on the heading it goes to the root', () => {
  const { store, row } = open()
  const drag = (from: HTMLElement, onto: HTMLElement) => {
    const dataTransfer = { setData: () => {} }
    fireEvent.dragStart(from, { dataTransfer })
    const taken = !fireEvent.dragOver(onto, { dataTransfer })
    fireEvent.drop(onto, { dataTransfer })
    return taken
  }
  expect(drag(row('main.py'), row('forecast.yaml'))).toBe(true)
  expect(store.get().files.has('tools/main.py')).toBe(true)
  expect(drag(row('tools'), row('forecast.yaml'))).toBe(false)
  act(store.undo)
  expect(drag(row('manifest.yaml'), row('tools'))).toBe(false)
  expect(drag(row('forecast.py'), screen.getByRole('heading', { name: 'Files' }))).toBe(true)
  expect(store.get().files.has('forecast.py')).toBe(true)
})

test('the row below a deleted file takes the focus', async () => {
  const { store, row, focused } = open()
  act(() => row('main.py').focus())
  await userEvent.keyboard('{Delete}')
  expect(store.get().files.has('main.py')).toBe(false)
  await waitFor(() => expect(focused()).toBe('manifest.yaml'))
})

test('the palette asks for files from the disk', () => {
  const { ui } = open()
  const clicked = vi.spyOn(HTMLInputElement.prototype, 'click')
  act(() => ui.set({ task: { kind: 'upload' } }))
  expect(clicked).toHaveBeenCalledOnce()
  expect(ui.get().task).toBeUndefined()
})
