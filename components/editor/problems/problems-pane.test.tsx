import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { changed } from '@/lib/plugin/rules/sample-plugin'
import { textOf, type Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { createUi, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { findingsOf } from './check-files'
import { ProblemsPane } from './problems-pane'

afterEach(cleanup)

async function open(files: Files, readOnly = false) {
  const store = createStore({
    files,
    revision: 'r1',
    readOnly,
    place: { file: 'manifest.yaml', code: 'manifest.yaml', at: [] },
  })
  const ui = createUi()
  const check = () => store.note({ findings: findingsOf(store.get().files), checked: store.get().files })
  check()
  render(
    <StoreProvider value={store}>
      <UiProvider value={ui}>
        <ProblemsPane />
      </UiProvider>
    </StoreProvider>,
  )
  await screen.findAllByRole('button', { name: /^Go to: / })
  return { store, ui, check }
}

const upper = changed('manifest.yaml', 'author: acme', 'author: Acme')
const broken = changed(
  'manifest.yaml',
  '    version: "3.12"',
  '    version: 3.12',
  changed('manifest.yaml', 'contact: hello@acme.dev\n', '', upper),
)

test('findings stand under what they block, and one severity can be shown alone', async () => {
  await open(broken)
  expect(screen.getAllByRole('region').map((group) => group.getAttribute('aria-label'))).toEqual([
    'Blocks install',
    'Blocks publishing',
  ])
  await userEvent.click(screen.getByRole('button', { name: '1 blocks publishing' }))
  expect(screen.getAllByRole('region').map((group) => group.getAttribute('aria-label'))).toEqual(['Blocks publishing'])
  await userEvent.click(screen.getByRole('button', { name: '1 blocks publishing' }))
  expect(screen.getAllByRole('region')).toHaveLength(2)
})

test('the filter keeps what has all its words', async () => {
  await open(broken)
  const filter = await screen.findByRole('searchbox', { name: 'Filter the problems' })
  await userEvent.type(filter, 'contact marketplace')
  expect(screen.getAllByRole('button', { name: /^Go to: / })).toHaveLength(1)
  await userEvent.type(filter, ' xyz')
  expect(screen.getByText('No problem has these words.')).toBeDefined()
})

test('a finding opens to who looks when, and leads into the help', async () => {
  await open(upper)
  const [row] = screen.getAllByRole('listitem')
  await userEvent.click(within(row ?? document.body).getByRole('button', { name: 'Why Dify cares' }))
  expect(row?.textContent).toContain('The upload, when the daemon receives the package')
  expect(
    within(row ?? document.body)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe('/help#G3')
})

test('all mechanical repairs are one step, and one undo takes them back', async () => {
  const { store, check } = await open(broken)
  await userEvent.click(await screen.findByRole('button', { name: 'Fix 2 mechanical' }))
  expect(store.get().undo.map(({ label }) => label)).toEqual(['Fix 2 problems'])
  expect(textOf(store.get().files, 'manifest.yaml')).toContain('author: acme')
  act(check)
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Go to: / })).toHaveLength(1))
  act(store.undo)
  expect(store.get().files).toEqual(broken)
})

test('the line of a finding is that of the files that were checked, until they are checked again', async () => {
  const { store, check } = await open(upper)
  const line = () => /:\d+/.exec(screen.getByRole('button', { name: /^Go to: / }).textContent ?? '')?.[0]
  const before = line()
  act(() => {
    store.change('Type', (files) =>
      new Map(files).set('manifest.yaml', `# above\n${textOf(files, 'manifest.yaml') ?? ''}`),
    )
  })
  expect(line()).toBe(before)
  act(check)
  expect(line()).toBe(`:${Number(before?.slice(1)) + 1}`)
})

test('a finding in Python leads to its line', async () => {
  const files = changed('tools/forecast.py', '    pass\n', '    # TODO(plugwright): call it.\n    pass\n')
  const { store, ui } = await open(files)
  await userEvent.click(screen.getByRole('button', { name: /Finish the code/ }))
  expect(store.get().place).toMatchObject({ file: 'tools/forecast.yaml', code: 'tools/forecast.py' })
  expect(store.get().line).toMatchObject({ file: 'tools/forecast.py', line: 5 })
  expect(ui.get().pane).toBe('file')
})

test('who may only look is offered no repair', async () => {
  await open(broken, true)
  await screen.findByRole('searchbox')
  expect(screen.queryByRole('button', { name: /^Fix/ })).toBeNull()
})
