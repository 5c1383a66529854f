import { expect, test } from 'vitest'
import { rowTracker } from './row-ids'

const entry = (name: string, label = name) => ({ name, label })
const a = entry('a')
const b = entry('b')
const c = entry('c')

function start(value: unknown) {
  const tracker = rowTracker()
  const ids = (next: unknown) => tracker.rows(next).map(({ id }) => id)
  return { tracker, ids, first: ids(value) }
}

test('an entry keeps its id when others go, come or change places', () => {
  const { ids, first } = start([a, b, c])
  expect(ids([c, a])).toEqual([first[2], first[0]])
  expect(ids([entry('new'), c, a]).slice(1)).toEqual([first[2], first[0]])
})

test('an entry that changed is known by its name, else by its place', () => {
  const { ids, first } = start([a, b, c])
  expect(ids([b, entry('a', 'other'), c])).toEqual([first[1], first[0], first[2]])
  expect(ids([b, entry('renamed'), c])).toEqual([first[1], first[0], first[2]])
})

test('entries that look alike are told apart by the edit that is made here', () => {
  const { tracker, ids, first } = start([a, a])
  expect(tracker.during([first[1]], () => ids([a]))).toEqual([first[1]])
})

test('an entry that comes back after it was gone is another one', () => {
  const { ids, first } = start([a, b])
  ids([b])
  const back = ids([a, b])
  expect(back[1]).toBe(first[1])
  expect(back[0]).not.toBe(first[0])
})

test('an entry of a map keeps its id when its key is another', () => {
  const { tracker, first } = start({ one: 1, two: 2 })
  expect(tracker.rows({ uno: 1, two: 2 })).toEqual([
    { id: first[0], key: 'uno' },
    { id: first[1], key: 'two' },
  ])
})

test('rows stay the same array while only values change', () => {
  const { tracker } = start([a, b])
  expect(tracker.rows([entry('a', 'other'), b])).toBe(tracker.rows([entry('a', 'more'), b]))
})

test('what is no list and no map has no rows', () => {
  expect(start('text').first).toEqual([])
  expect(start(undefined).first).toEqual([])
})
