import 'server-only'

const day = 24 * 60 * 60 * 1000
const pattern = /^snapshot-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.backup$/

/** `snapshot-2026-11-26T03-00-00Z.backup`: names in the order of their times, legal everywhere. */
export function snapshotName(time: Date): string {
  return `snapshot-${stampOf(time)}Z.backup`
}

/** `2026-11-26T03-00-00`, UTC. */
export function stampOf(time: Date): string {
  return time.toISOString().slice(0, 19).replaceAll(':', '-')
}

/** When a snapshot was made; undefined for any other file. */
export function timeOfSnapshot(name: string): Date | undefined {
  const [, date, hours, minutes, seconds] = pattern.exec(name) ?? []
  return date === undefined ? undefined : new Date(`${date}T${hours}:${minutes}:${seconds}Z`)
}

/** The snapshots among these files. */
export function finishedSnapshots(names: readonly string[]): string[] {
  return names.filter((name) => pattern.test(name))
}

/**
 * Those that go: all but the newest of each of the last `daily` days and of each of the last `weekly` weeks (from Monday, UTC) that have
 * one. Days without any do not count, so that a machine that was off keeps what it had. Other files are never among them.
 */
export function snapshotsToRemove(names: readonly string[], keep: { daily: number; weekly: number }): string[] {
  const newest = finishedSnapshots(names).sort().reverse()
  const kept = new Set([
    ...newestOfEach(newest, (time) => Math.floor(time / day)).slice(0, keep.daily),
    // 1970 began on a Thursday
    ...newestOfEach(newest, (time) => Math.floor((time / day + 3) / 7)).slice(0, keep.weekly),
  ])
  return newest.filter((name) => !kept.has(name))
}

function newestOfEach(newestFirst: readonly string[], periodOf: (time: number) => number): string[] {
  const found = new Map<number, string>()
  for (const name of newestFirst) {
    const period = periodOf(timeOfSnapshot(name)?.getTime() ?? 0)
    if (!found.has(period)) found.set(period, name)
  }
  return [...found.values()]
}
