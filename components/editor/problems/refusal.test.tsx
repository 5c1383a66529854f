import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { useDownload } from '../bar/use-download'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { ProblemsPane } from './problems-pane'

const network = vi.hoisted(() => ({ down: false }))
vi.mock('@/lib/plugin/package/package-name', async (original) => {
  const real = await original<typeof import('@/lib/plugin/package/package-name')>()
  return {
    get packageName() {
      if (network.down) throw new Error('ChunkLoadError')
      return real.packageName
    },
  }
})

afterEach(() => {
  cleanup()
  network.down = false
  vi.restoreAllMocks()
})

function DownloadButton() {
  const { download } = useDownload()
  return <button onClick={() => void download()}>Download</button>
}

function open() {
  const files = new Map(examplePlugin()).set('manifest.yaml', 'name: UPPER\n')
  const store = createStore({ files, revision: 'r1', place: { file: 'manifest.yaml', code: 'manifest.yaml', at: [] } })
  const ui = createUi()
  render(
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <DownloadButton />
        <ProblemsPane />
      </UiProvider>
    </StoreProvider>,
  )
  return { ui }
}

test('a refused download leads to the problems, and to the files as they are', async () => {
  open()
  await userEvent.click(screen.getByRole('button', { name: 'Download' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /^Mend \d+ problems? first: Dify would not install, start or list this plugin\./,
  )
  await screen.findAllByRole('button', { name: /^Go to: / })
  await userEvent.click(screen.getByRole('button', { name: 'Show the problems' }))
  expect(document.activeElement?.hasAttribute('data-problem')).toBe(true)
  const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:zip')
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await userEvent.click(screen.getByRole('button', { name: 'Download files as zip' }))
  await waitFor(() => expect(clicked).toHaveBeenCalledOnce())
  expect(saved).toHaveBeenCalledOnce()
})

test('a packer that does not load is said in the pane, without ways that need it', async () => {
  const { ui } = open()
  network.down = true
  await userEvent.click(screen.getByRole('button', { name: 'Download' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'The packer could not be loaded: you are offline. Connect, or download again later; your work is kept here.',
  )
  expect(screen.queryByRole('button', { name: 'Download files as zip' })).toBeNull()
  act(() => ui.set({ message: undefined }))
  expect(screen.queryByRole('alert')).toBeNull()
})
