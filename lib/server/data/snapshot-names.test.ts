import { expect, it } from 'vitest'
import { snapshotName, snapshotsToRemove, timeOfSnapshot } from './snapshot-names'

const hour = 60 * 60 * 1000
const from = Date.UTC(2026, 9, 1, 3) // a Thursday
const names = (days: number[]) => days.map((day) => snapshotName(new Date(from + day * 24 * hour)))
const range = (count: number) => Array.from({ length: count }, (_, index) => index)

it('names sort as their times, and give them back', () => {
  const time = new Date('2026-11-26T03:04:05Z')
  expect(snapshotName(time)).toBe('snapshot-2026-11-26T03-04-05Z.backup')
  expect(timeOfSnapshot(snapshotName(time))).toEqual(time)
  expect(timeOfSnapshot('backup-2026-11-26T03-04-05Z.backup')).toBeUndefined()
})

it('keeps 7 days and 4 weeks of daily snapshots, each week by its last', () => {
  const all = names(range(60)) // to Sunday, 29 November
  const removed = new Set(snapshotsToRemove(all, { daily: 7, weekly: 4 }))
  expect(all.filter((name) => !removed.has(name)).map((name) => name.slice(9, 19))).toEqual([
    '2026-11-08',
    '2026-11-15',
    '2026-11-22',
    ...['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
  ])
})

it('ends with the same when it ran every day', () => {
  let kept: string[] = []
  for (const day of range(60)) {
    kept = [...kept, ...names([day])]
    const removed = new Set(snapshotsToRemove(kept, { daily: 7, weekly: 4 }))
    kept = kept.filter((name) => !removed.has(name))
  }
  expect(kept).toHaveLength(10)
})

it('keeps what there is where the machine was off for long, and the newest of one day', () => {
  expect(snapshotsToRemove(names([0, 1, 40]), { daily: 7, weekly: 4 })).toEqual([])
  const sameDay = [3, 9, 15].map((hours) => snapshotName(new Date(from + hours * hour)))
  expect(snapshotsToRemove(sameDay, { daily: 7, weekly: 4 })).toEqual(sameDay.slice(0, 2).reverse())
})

it('never takes another file', () => {
  const others = ['backup-2026-01-01T00-00-00Z.backup', 'snapshot-2026-01-01T00-00-00Z.backup.part', 'notes.txt']
  expect(snapshotsToRemove([...others, ...names([0, 1])], { daily: 1, weekly: 0 })).toEqual(names([0]))
})
