import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { writeFile } from '@/lib/plugin/files'
import { samplePlugin } from '@/lib/plugin/rules/sample-plugin'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { ToastHost } from '@/components/ui/toast-host'
import TextsView from './texts-view'

// Nothing has a size here: all rows are drawn.
vi.mock('@tanstack/react-virtual', () => ({
  useVirtualizer: ({ count }: { count: number }) => ({
    scrollToIndex: () => {},
    getTotalSize: () => 0,
    getVirtualItems: () => Array.from({ length: count }, (_, index) => ({ index, start: 0 })),
  }),
}))

afterEach(cleanup)

function open() {
  const place = { file: 'manifest.yaml', code: 'manifest.yaml', at: [] }
  const store = createStore({ files: samplePlugin, revision: 'r1', place })
  const ui = createUi()
  ui.set({ view: 'texts' })
  render(
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <TextsView />
        <ToastHost />
      </UiProvider>
    </StoreProvider>,
  )
  screen.getByRole('grid').focus()
  return { store, ui }
}

test('Escape leaves a cell as it was, and the grid has the focus again', async () => {
  const { store } = open()
  await userEvent.keyboard('{ArrowRight}{Enter}never{Escape}')
  expect(store.get().undo).toEqual([])
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('grid'))
})

test('Enter keeps a cell in one step, and so does leaving it', async () => {
  const { store } = open()
  await userEvent.keyboard('{ArrowRight}{Enter} kept{Enter}')
  expect(store.get().undo.map(({ label }) => label)).toEqual(['Change Label of weather in English'])
  await userEvent.keyboard('{Enter} left')
  await userEvent.click(screen.getByRole('searchbox', { name: 'Find a text' }))
  expect(store.get().undo).toHaveLength(2)
})

test('a step that is taken back leaves the texts open, going elsewhere closes them', async () => {
  const { store, ui } = open()
  store.change('Change a tool', (files) => writeFile(files, 'provider/weather.yaml', 'identity: {}\n'))
  await userEvent.click(screen.getByRole('searchbox', { name: 'Find a text' }))
  screen.getByRole('searchbox', { name: 'Find a text' }).blur()
  act(store.undo)
  expect(store.get().place.file).toBe('provider/weather.yaml')
  expect(ui.get().view).toBe('texts')
  act(() => store.open('manifest.yaml'))
  expect(ui.get().view).toBeUndefined()
})

test('what finds no place beside the last language is said', async () => {
  open()
  await userEvent.keyboard('{End}')
  await userEvent.paste('one\ttwo\tthree')
  expect(await screen.findByText(/no place for 2 columns/, {}, { timeout: 5000 })).toBeDefined()
})
