import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { snapshotName } from './snapshot-names'
import { startSnapshots } from './snapshots'

const hour = 60 * 60 * 1000
const kept = vi.hoisted(() => ({ dataFolder: '', databaseUrl: '', snapshots: { daily: 2, weekly: 0 } }))
const made = vi.hoisted(() => ({ files: [] as string[], status: 0, said: '' }))
vi.mock('../environment', () => ({ environment: () => kept }))
vi.mock('node:child_process', () => ({
  /** In place of `npm run backup`: writes the file, or fails and says why. */
  spawn: (_node: string, [script, command, file = '']: string[]) => {
    const child = Object.assign(new EventEmitter(), { stderr: new EventEmitter(), kill: () => true })
    expect([script, command]).toEqual(['scripts/data.mjs', 'backup'])
    made.files.push(file)
    setTimeout(() => {
      if (made.status === 0) writeFileSync(file, '')
      child.stderr.emit('data', Buffer.from(made.said))
      child.emit('close', made.status, null)
    }, 1_000)
    return child
  },
}))

let stop = async () => {}
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 12) })
  Object.assign(kept, { dataFolder: mkdtempSync(join(tmpdir(), 'plugwright-snapshots-')), databaseUrl: '' })
  kept.snapshots = { daily: 2, weekly: 0 }
  Object.assign(made, { files: [], status: 0, said: '' })
})
afterEach(async () => {
  await stop()
  vi.useRealTimers()
  rmSync(kept.dataFolder, { recursive: true, force: true })
})

const backups = () => readdirSync(join(kept.dataFolder, 'backups'))

it('one is made a day, the first soon after the start, and old ones go', async () => {
  stop = startSnapshots()
  await vi.advanceTimersByTimeAsync(hour / 4)
  expect(made.files).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(72 * hour)
  expect(made.files).toHaveLength(3)
  expect(backups()).toHaveLength(2)
})

it('none is made where the last is younger than a day, and what a killed one left goes with the next', async () => {
  mkdirSync(join(kept.dataFolder, 'backups'))
  const last = snapshotName(new Date(Date.now() - 20 * hour))
  writeFileSync(join(kept.dataFolder, 'backups', last), '')
  writeFileSync(join(kept.dataFolder, 'backups/snapshot-2026-01-01T00-00-00Z.backup.part'), '')
  stop = startSnapshots()
  await vi.advanceTimersByTimeAsync(3 * hour)
  expect(made.files).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(2 * hour)
  expect(backups()).toEqual([last, expect.stringMatching(/^snapshot-2026-11-26T16-/)])
})

it('a failure is said and tried again, and nothing older is removed', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  Object.assign(made, { status: 1, said: 'The disk is full.' })
  stop = startSnapshots()
  await vi.advanceTimersByTimeAsync(hour - 1)
  const fault = { level: 'error', what: 'The daily snapshot failed', reason: 'The disk is full.' }
  expect(said.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toMatchObject([fault, fault])
  said.mockRestore()
})

it.each([
  ['on PostgreSQL', { databaseUrl: 'postgres://db/x' }],
  ['where they are switched off', { snapshots: { daily: 0, weekly: 0 } }],
])('none is made %s', async (_name, settings) => {
  Object.assign(kept, settings)
  stop = startSnapshots()
  await vi.advanceTimersByTimeAsync(72 * hour)
  expect(made.files).toEqual([])
})
