import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeFile } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { StoreProvider } from '../store/use-editor'
import { Live } from './live'
import type { Person, Role } from './messages'

let answer: () => Response
const calls: string[] = []

beforeEach(() => {
  calls.length = 0
  vi.useFakeTimers({ shouldAdvanceTime: true })
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: RequestInit = {}) => {
    calls.push(`${method} ${url.replace(/tab=.*/, 'tab=')}`)
    return method === 'POST' ? answer() : new Response(null, { status: 204 })
  })
  // Where tabs cannot share a stream, beats alone tell how things stand.
  vi.stubGlobal('BroadcastChannel', undefined)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.adoptedStyleSheets = []
})

const person = (name: string, file = 'a.txt', at = ''): Person => ({ userId: name, name, place: { file, at }, tabs: 1 })
const stands =
  (role: Role, people: Person[] = []) =>
  () =>
    Response.json({ you: 'me', revision: 'r1', role, people })

async function open({ readOnly = false } = {}) {
  const files = new Map([
    ['a.txt', 'one\n'],
    ['b.txt', 'two\n'],
  ])
  const store = createStore({ files, revision: 'r1', readOnly, place: { file: 'a.txt', code: 'a.txt', at: [] } })
  const saveNow = vi.fn()
  const { unmount } = render(
    <StoreProvider value={store}>
      <span id="people" />
      <Live projectId="p1" saveNow={saveNow} />
    </StoreProvider>,
  )
  const beat = () => act(() => vi.advanceTimersByTimeAsync(4_100))
  await act(() => vi.advanceTimersByTimeAsync(50))
  return { store, saveNow, beat, unmount }
}

test('others stand in the bar with their place, oneself does not, and a click goes there', async () => {
  answer = stands('edit', [person('me'), person('Ada', 'b.txt'), person('Bob')])
  const { store, beat } = await open()
  const list = screen.getByRole('list', { name: 'Also here' })
  expect(
    within(list)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label')),
  ).toEqual(['Ada, at b.txt', 'Bob, at a.txt'])
  expect(screen.getByRole('status').textContent).toBe('Ada is here too. Bob is here too.')
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  await user.click(screen.getByRole('button', { name: 'Ada, at b.txt' }))
  expect(store.get().place.file).toBe('b.txt')
  answer = stands('edit', [person('Bob')])
  await beat()
  expect(screen.getByRole('status').textContent).toBe('Ada has left.')
})

test('work is sent sooner while others look on, and oneself in another tab', async () => {
  answer = stands('edit', [person('me')])
  const { store, beat } = await open()
  expect(store.get().accompanied).toBe(false)
  answer = stands('edit', [{ ...person('me'), tabs: 2 }])
  await beat()
  expect(store.get().accompanied).toBe(true)
})

test('of many people the last ones stand in a menu', async () => {
  answer = stands(
    'view',
    ['a', 'b', 'c', 'd', 'e'].map((name) => person(name)),
  )
  await open({ readOnly: true })
  expect(screen.getAllByRole('listitem')).toHaveLength(4)
  expect(screen.getByRole('button', { name: '2 more people' })).toBeTruthy()
})

test('who may only look from now on is told so, and may go on when that is taken back', async () => {
  answer = stands('edit')
  const { store, saveNow, beat } = await open()
  act(() => void store.change('Edit', (files) => writeFile(files, 'a.txt', 'mine\n')))
  answer = stands('comment')
  await beat()
  expect(store.get().readOnly).toBe(true)
  expect(screen.getByText('You can look now, not change.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Download what was not saved' })).toBeTruthy()
  act(() => store.undo())
  expect(store.get().files.get('a.txt')).toBe('mine\n')
  answer = stands('own')
  await beat()
  expect([store.get().readOnly, saveNow.mock.calls.length]).toEqual([false, 1])
  expect(screen.queryByText('You can look now, not change.')).toBeNull()
})

test('a plugin that is gone leaves the way to what was not saved, and comes back', async () => {
  answer = stands('edit')
  const { store, beat } = await open()
  act(() => void store.change('Edit', (files) => writeFile(files, 'a.txt', 'mine\n')))
  answer = () => new Response('{}', { status: 404 })
  await beat()
  const dialog = screen.getByRole('dialog', { name: 'This plugin is no longer shared with you' })
  expect(within(dialog).getByText(/1 file of yours was not saved/)).toBeTruthy()
  answer = stands('edit')
  await beat()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(store.get().readOnly).toBe(false)
})

test('a viewer who may edit now is offered to load the page again', async () => {
  answer = stands('edit')
  const { store } = await open({ readOnly: true })
  expect(screen.getByText('You may change this plugin now.')).toBeTruthy()
  expect(store.get().readOnly).toBe(true)
})

test('who is signed out goes on working, and it is saved once they signed in again', async () => {
  answer = () => new Response('{}', { status: 401 })
  const { store, saveNow, beat } = await open()
  expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy()
  expect(store.get().readOnly).toBe(false)
  act(() => void store.change('Edit', (files) => writeFile(files, 'a.txt', 'mine\n')))
  answer = stands('edit')
  await beat()
  expect(screen.queryByRole('link', { name: 'Sign in' })).toBeNull()
  expect(saveNow).toHaveBeenCalledTimes(1)
  await beat()
  expect(saveNow).toHaveBeenCalledTimes(1)
})

test('a page that is left says so', async () => {
  answer = stands('edit')
  const { unmount } = await open()
  unmount()
  expect(calls.at(-1)).toBe('DELETE /api/projects/p1/presence?tab=')
})

test('who may only look is offered the unsaved work of an earlier visit', async () => {
  const left = {
    projectId: 'p1',
    tab: 't0',
    base: 'r1',
    changes: [{ path: 'a.txt', text: 'mine' }],
    readable: [],
    at: 1,
  }
  localStorage.setItem('plugwright.left.p1.t0', JSON.stringify(left))
  answer = stands('view')
  await open({ readOnly: true })
  expect(await screen.findByText('Unsaved work of an earlier visit is in this browser.')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Download what was not saved' })).toBeDefined()
  localStorage.clear()
})
