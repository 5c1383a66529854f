import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { outlineActions } from './actions'
import { expectArrival } from './arrival'
import { BelowOutline } from './below-outline'
import { Outline } from './outline'

afterEach(cleanup)

function open(file: string, files = examplePlugin(), readOnly = false) {
  const store = createStore({ files, revision: 'r1', place: { file, code: file, at: [] }, readOnly })
  const ui = createUi()
  render(
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <Outline>
          <BelowOutline />
        </Outline>
      </UiProvider>
    </StoreProvider>,
  )
  const row = (id: string) =>
    screen.getAllByRole('treeitem').find((each) => each.dataset.id === id) ?? document.createElement('i')
  const focused = () => document.activeElement?.getAttribute('data-id')
  return { store, ui, row, focused }
}

test('a tool that was added has the focus in the outline', async () => {
  const { focused, ui } = open('provider/weather.yaml')
  act(() => ui.set({ task: { kind: 'add', parent: 'provider/weather.yaml', noun: 'tool' } }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of the new tool' }), 'alerts{Enter}')
  await waitFor(() => expect(focused()).toBe('tools/alerts.yaml'))
  expect(document.activeElement?.getAttribute('tabindex')).toBe('0')
})

test('a renamed tool keeps the focus, and so does one whose new name was dropped', async () => {
  const { row, focused } = open('tools/forecast.yaml')
  act(() => row('tools/forecast.yaml').focus())
  await userEvent.keyboard('{F2}')
  await userEvent.keyboard('outlook{Enter}')
  await waitFor(() => expect(focused()).toBe('tools/outlook.yaml'))
  await userEvent.keyboard('{F2}{Escape}')
  await waitFor(() => expect(focused()).toBe('tools/outlook.yaml'))
})

test('the row that takes the place of a deleted tool has the focus', async () => {
  const { row, focused, store } = open('tools/forecast.yaml')
  const [, second] = screen
    .getAllByRole('treeitem')
    .map((each) => each.dataset.id ?? '')
    .filter((id) => /^tools\/\w+\.yaml$/.test(id))
  act(() => row('tools/forecast.yaml').focus())
  await userEvent.keyboard('{Delete}')
  await waitFor(() => expect(store.get().files.has('tools/forecast.yaml')).toBe(false))
  await waitFor(() => expect(focused()).toBe(second ?? 'provider/weather.yaml'))
})

test('where nothing may be changed nothing is offered, and no key renames, copies, moves or deletes', async () => {
  const { row, focused, store } = open('tools/forecast.yaml', examplePlugin(), true)
  const { files } = store.get()
  expect(screen.queryAllByRole('button', { name: /^(Add|More for)/ })).toEqual([])
  expect(screen.queryAllByRole('treeitem').filter((each) => each.draggable)).toEqual([])
  act(() => row('tools/forecast.yaml').focus())
  await userEvent.keyboard('{F2}{Delete}{Control>}d{/Control}{Alt>}{ArrowDown}{/Alt}')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(store.get().files).toBe(files)
  await userEvent.keyboard('{ArrowUp}')
  expect(focused()).not.toBe('tools/forecast.yaml')
})

async function openOffers() {
  screen.getByRole('button', { name: 'Add to this plugin' }).focus()
  await userEvent.keyboard('{Enter}')
  return screen.findByRole('menu')
}

test('a kind that was added has the focus, and one step takes it back', async () => {
  const { row, focused, store } = open('manifest.yaml')
  act(() => void outlineActions(store).removeKind('endpoint'))
  await waitFor(() => expect(screen.queryByRole('treeitem', { name: /^Endpoint group/ })).toBeNull())
  const without = store.get().files
  await openOffers()
  await userEvent.click(screen.getByRole('menuitem', { name: /^Endpoints/ }))
  await waitFor(() => expect(focused()).toBe(store.get().place.file))
  expect(focused()).not.toBe('manifest.yaml')
  expect(row(focused() ?? '').textContent).toContain('Endpoint group')
  act(() => store.undo())
  expect(store.get().files).toEqual(without)
})

test('a kind that Dify refuses beside what is there is offered with the reason, and adds nothing', async () => {
  const { store } = open('manifest.yaml')
  const before = store.get().files
  await openOffers()
  const models = screen.getByRole('menuitem', { name: /^Models/ })
  expect(models.getAttribute('aria-disabled')).toBe('true')
  const why = document.getElementById(models.getAttribute('aria-describedby') ?? '')
  expect(why?.textContent).toBe('These stand alone: Dify refuses anything beside them.')
  await userEvent.click(models)
  expect(store.get().files).toBe(before)
  expect(screen.getByRole('menuitem', { name: 'New plugin' }).getAttribute('href')).toBe('/new')
})

test('a new plugin opens with the focus in its outline, another one leaves the focus alone', async () => {
  expectArrival(location.pathname)
  const { focused } = open('manifest.yaml')
  await waitFor(() => expect(focused()).toBe('manifest.yaml'))
  cleanup()
  open('manifest.yaml')
  expect(document.activeElement).toBe(document.body)
})

test('a document that does not parse keeps its name whole, and its badge says why', () => {
  const { row } = open('manifest.yaml', new Map(examplePlugin()).set('tools/forecast.yaml', 'a: [\n'))
  expect(row('tools/forecast.yaml').textContent).not.toContain('does not parse')
  expect(screen.getByTitle('tools/forecast.yaml does not parse').textContent).toContain('1')
})

test('what is wrong with the Python of a tool counts at the tool', async () => {
  const { row, store } = open('manifest.yaml')
  act(() =>
    store.note({
      findings: [
        {
          rule: 'python-unfinished',
          severity: 'advice',
          gates: [],
          message: 'Finish the code.',
          file: 'tools/forecast.py',
        },
        { rule: 'label', severity: 'advice', gates: [], message: 'Give a label.', file: 'tools/forecast.yaml' },
      ],
    }),
  )
  await waitFor(() => expect(row('tools/forecast.yaml').textContent).toContain('2'))
})
