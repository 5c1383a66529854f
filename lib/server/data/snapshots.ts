import 'server-only'
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { environment } from '../environment'
import { logFault } from '../log'
import { removeLeftCopies } from './copies'
import { finishedSnapshots, snapshotName, snapshotsToRemove, timeOfSnapshot } from './snapshot-names'

const minute = 60_000
const day = 24 * 60 * minute

/** Where snapshots of a data folder are, and backups for which no other place was named. */
export const backupFolder = (dataFolder: string) => join(dataFolder, 'backups')

/**
 * Makes a snapshot of the embedded database every day and removes old ones (`PLUGWRIGHT_SNAPSHOTS`). The work is that of `npm run
 * backup`, in a process of its own and of low priority; saves wait only while the folder is copied. Gives what ends it.
 */
export function startSnapshots(): () => Promise<void> {
  const { databaseUrl, dataFolder, snapshots: keep } = environment()
  if (databaseUrl) return async () => {}
  removeLeftCopies(dataFolder)
  if (keep.daily + keep.weekly === 0) return async () => {}
  let child: ReturnType<typeof spawn> | undefined
  const look = () => {
    if (child || !isDue(dataFolder)) return
    child = makeSnapshot(dataFolder, (problem) => {
      child = undefined
      if (problem) logFault('The daily snapshot failed', problem)
      else removeOld(dataFolder, keep)
    })
  }
  const timers = [setTimeout(look, 5 * minute), setInterval(look, 30 * minute)]
  for (const timer of timers) timer.unref()
  return async () => {
    for (const timer of timers) clearTimeout(timer)
    child?.kill()
  }
}

function isDue(dataFolder: string): boolean {
  const last = namesIn(dataFolder).flatMap((name) => timeOfSnapshot(name)?.getTime() ?? [])
  return Date.now() - Math.max(0, ...last) >= day
}

/** Starts the making of one; `ended` gets what is to be said of a failure. */
function makeSnapshot(dataFolder: string, ended: (problem?: string) => void): ReturnType<typeof spawn> {
  const folder = backupFolder(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder).filter((each) => /^snapshot-.*\.part$/.test(each)))
    rmSync(join(folder, name), { force: true }) // of one that was killed
  const file = join(folder, snapshotName(new Date()))
  const child = spawn(process.execPath, ['scripts/data.mjs', 'backup', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  child.on('error', (error) => ended(error.message))
  child.on('close', (code, signal) =>
    ended(code === 0 || signal === 'SIGTERM' ? undefined : said.trim() || `status ${code}`),
  )
  try {
    if (child.pid !== undefined) setPriority(child.pid, 10)
  } catch {
    // it runs at the usual priority, or is over
  }
  return child
}

function removeOld(dataFolder: string, keep: { daily: number; weekly: number }): void {
  for (const name of snapshotsToRemove(namesIn(dataFolder), keep))
    rmSync(join(backupFolder(dataFolder), name), { force: true })
}

function namesIn(dataFolder: string): string[] {
  try {
    return finishedSnapshots(readdirSync(backupFolder(dataFolder)))
  } catch {
    return []
  }
}
