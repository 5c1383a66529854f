import { beforeEach, expect, test, vi } from 'vitest'
import { writeFile, type Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { stepKeeper, takeSteps } from './kept-steps'

type Row = Record<string, unknown>
const stores: Record<string, Map<string, Row>> = {}
const keyOf = (store: string, row: Row) => `${String(row.session)} ${store === 'steps' ? String(row.id) : ''}`
const storeOf = (name: string) => (stores[name] ??= new Map())

vi.mock('idb', () => ({
  openDB: () =>
    Promise.resolve({
      transaction: () => ({
        objectStore: (name: string) => ({
          put: (row: Row) => Promise.resolve(storeOf(name).set(keyOf(name, row), row)),
          delete: ([session, id]: [string, string]) => Promise.resolve(storeOf(name).delete(`${session} ${id}`)),
        }),
        done: Promise.resolve(),
      }),
      get: (name: string, session: string) => Promise.resolve(storeOf(name).get(`${session} `)),
      getAll: (name: string, session?: string) =>
        Promise.resolve([...storeOf(name).values()].filter((row) => session === undefined || row.session === session)),
      delete: (name: string, session: string) => {
        for (const [key, row] of storeOf(name)) if (row.session === session) storeOf(name).delete(key)
        return Promise.resolve()
      },
    }),
}))

beforeEach(() => {
  for (const store of Object.values(stores)) store.clear()
  vi.stubGlobal('IDBKeyRange', { bound: ([session]: [string]) => session })
})

async function keep(user: string) {
  const files: Files = new Map([['a.txt', 'one\n']])
  const store = createStore({ files, revision: 'r1', place: { file: 'a.txt', code: 'a.txt', at: [] } })
  store.change('Edit', (now) => writeFile(now, 'a.txt', 'one!\n'))
  await stepKeeper('page', user).write(store.get())
}

test.each([
  ['whoever made them', ['ada']],
  ['the account that a guest became', ['eve', 'ada']],
])('a reload gives the steps of undo to %s', async (_, self) => {
  await keep('ada')
  expect((await takeSteps('page', self, Date.now())).undo.map(({ label }) => label)).toEqual(['Edit'])
})

test('somebody else in the same tab is given none, and none stay behind', async () => {
  await keep('ada')
  expect(await takeSteps('page', ['ben'], Date.now())).toEqual({ undo: [], redo: [] })
  expect(stores.orders?.size).toBe(0)
  expect(stores.steps?.size).toBe(0)
})

test('a guest is told from another guest', async () => {
  await keep('guest-1')
  expect(await takeSteps('page', ['guest-2'], Date.now())).toEqual({ undo: [], redo: [] })
})
