import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
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
