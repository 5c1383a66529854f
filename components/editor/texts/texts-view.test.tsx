import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { samplePlugin } from '@/lib/plugin/rules/sample-plugin'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
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
  render(
    <StoreProvider value={store}>
      <UiProvider value={createUi()}>
        <TextsView />
      </UiProvider>
    </StoreProvider>,
  )
  screen.getByRole('grid').focus()
  return store
}

test('Escape leaves a cell as it was, and the grid has the focus again', async () => {
  const store = open()
  await userEvent.keyboard('{ArrowRight}{Enter}never{Escape}')
  expect(store.get().undo).toEqual([])
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('grid'))
})

test('Enter keeps a cell in one step, and so does leaving it', async () => {
  const store = open()
  await userEvent.keyboard('{ArrowRight}{Enter} kept{Enter}')
  expect(store.get().undo.map(({ label }) => label)).toEqual(['Change Label of weather in English'])
  await userEvent.keyboard('{Enter} left')
  await userEvent.click(screen.getByRole('searchbox', { name: 'Find a text' }))
  expect(store.get().undo).toHaveLength(2)
})
