import { expect, test, vi } from 'vitest'
import { writeEntry } from './journal'

const opened: unknown[] = []
let finish: () => void

vi.mock('idb', () => ({
  openDB: () =>
    Promise.resolve({
      transaction(...options: unknown[]) {
        opened.push(options)
        const store = { put: () => Promise.resolve([]), delete: () => Promise.resolve() }
        return { store, done: new Promise<void>((done) => (finish = done)) }
      },
    }),
}))

test('work is kept when its transaction is on the disk, and not before', async () => {
  let kept = false
  const changes = [{ path: 'a.txt', text: 'typed' }]
  const writing = writeEntry({ projectId: 'p1', tab: 't1', base: 'r1', changes, readable: [], at: 0 }).then(
    () => (kept = true),
  )
  await new Promise((done) => setTimeout(done))
  expect(opened).toEqual([['entries', 'readwrite', { durability: 'strict' }]])
  expect(kept).toBe(false)
  finish()
  await writing
  expect(kept).toBe(true)
})
