import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { FileContent, Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { StoreProvider } from '../store/use-editor'
import { ConflictView } from './conflict-view'

afterEach(cleanup)

const filesOf = (entries: Record<string, FileContent>): Files => new Map(Object.entries(entries))
const text = (first: string, last: string) => `${first}\n2\n3\n4\n${last}\n`

/** A text with two hunks, a picture, and a file that is gone on the other side. */
function open() {
  const base = filesOf({ 'a.md': text('1', '5'), 'gone.md': 'old\n', 'free.md': 'f\n' })
  const mine = filesOf({
    'a.md': text('one', 'five'),
    'gone.md': 'mine\n',
    'free.md': 'f\n',
    'i.png': new Uint8Array([0]),
  })
  const theirs = filesOf({ 'a.md': text('eins', 'fünf'), 'free.md': 'F\n', 'i.png': new Uint8Array([0, 1]) })
  const store = createStore({ files: base, revision: 'r1', place: { file: 'a.md', code: 'a.md', at: [] } })
  store.change('Edit', () => mine)
  store.note({ conflict: { base, head: { revision: 'r2', files: theirs } }, save: { kind: 'conflict' } })
  const view = () =>
    render(
      <StoreProvider value={store}>
        <ConflictView onClose={() => {}} />
      </StoreProvider>,
    )
  view()
  const choose = async (group: string, side: string) =>
    userEvent.click(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name: side }))
  return { store, view, choose, mine }
}

test('each hunk and each file is chosen for, and a choice can be changed until it is used', async () => {
  const { store, choose, mine } = open()
  const use = () => userEvent.click(screen.getByRole('button', { name: /Use these/ }))
  await choose('Which side of a.md, line 1', 'Mine')
  await choose('Which side of a.md, line 5', 'Mine')
  await choose('Which side of a.md, line 5', 'Both')
  await choose('Which side of gone.md', 'Mine')
  await use()
  expect(store.get().conflict).toBeDefined()
  expect(store.get().files).toBe(mine)
  await choose('Which side of i.png', 'Theirs')
  await use()
  expect(store.get()).toMatchObject({ conflict: undefined, saved: { revision: 'r2' } })
  expect(Object.fromEntries(store.get().files)).toEqual({
    'a.md': 'one\n2\n3\n4\nfive\nfünf\n',
    'gone.md': 'mine\n',
    'free.md': 'F\n',
    'i.png': new Uint8Array([0, 1]),
  })
  act(() => store.undo())
  expect(store.get().files.get('a.md')).toBe(mine.get('a.md'))
})

test('all hunks of a file can be chosen for at once', async () => {
  const { choose } = open()
  await choose('All of a.md', 'Theirs')
  for (const line of [1, 5]) {
    const group = screen.getByRole('radiogroup', { name: `Which side of a.md, line ${line}` })
    expect(within(group).getByRole('radio', { name: 'Theirs' }).getAttribute('aria-checked')).toBe('true')
  }
})

test('closing keeps the choices, and typing over a side asks for that place again', async () => {
  const { store, view, choose } = open()
  await choose('All of a.md', 'Theirs')
  cleanup()
  store.change('Edit', (files) => new Map(files).set('a.md', text('one', 'FIVE')))
  view()
  const checked = (name: string) =>
    within(screen.getByRole('radiogroup', { name })).queryByRole('radio', { checked: true })?.textContent
  expect(checked('Which side of a.md, line 1')).toBe('Theirs')
  expect(checked('Which side of a.md, line 5')).toBeUndefined()
})

test('a file that one side removed stays or goes: there is no both', () => {
  open()
  const group = screen.getByRole('radiogroup', { name: 'Which side of gone.md' })
  expect(
    within(group)
      .getAllByRole('radio')
      .map((each) => each.textContent),
  ).toEqual(['Mine', 'Theirs'])
  expect(screen.getByLabelText('Theirs: gone.md').textContent).toBe('The file is removed.')
})

test('whose rights went meanwhile settles nothing, and loses nothing', async () => {
  const { store, choose, mine } = open()
  for (const place of ['a.md, line 1', 'a.md, line 5', 'gone.md', 'i.png'])
    await choose(`Which side of ${place}`, 'Theirs')
  act(() => store.note({ readOnly: true }))
  await userEvent.click(screen.getByRole('button', { name: /Use these/ }))
  expect(store.get().conflict).toBeDefined()
  expect(store.get().files).toBe(mine)
})

test('both sides of one key make a document that cannot be read, and it is said beside the choice', async () => {
  const document = (label: string) => filesOf({ 'a.yaml': `name: a\nlabel: ${label}\n` })
  const store = createStore({
    files: document('old'),
    revision: 'r1',
    place: { file: 'a.yaml', code: 'a.yaml', at: [] },
  })
  store.change('Edit', () => document('mine'))
  const head = { revision: 'r2', files: document('theirs') }
  store.note({ conflict: { base: document('old'), head }, save: { kind: 'conflict' } })
  render(
    <StoreProvider value={store}>
      <ConflictView onClose={() => {}} />
    </StoreProvider>,
  )
  const side = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
  await side('Mine')
  expect(screen.queryByText(/cannot be read/)).toBeNull()
  await side('Both')
  expect(screen.getByText(/cannot be read/)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: /Use these/ }))
  expect(store.get().files.get('a.yaml')).toBe('name: a\nlabel: mine\nlabel: theirs\n')
})
