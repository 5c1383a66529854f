import 'server-only'
import type { Rate } from './rate'

/** Windows that are open in this process, by key. */
const windows = new Map<string, { count: number; endsAt: number }>()
const most = 10_000

/**
 * Counts as `takeRate` does, in the memory of this process: for what comes too often to be written down each time. With several
 * processes each counts its share, and what a process counted goes with it.
 */
export function takeRateHere(key: string, minutes: number, weight = 1, now = Date.now()): Rate {
  const open = windows.get(key)
  const window = open && open.endsAt > now ? open : { count: 0, endsAt: now + minutes * 60_000 }
  window.count += weight
  windows.set(key, window)
  if (windows.size > most) dropEnded(now)
  return { count: window.count, seconds: Math.ceil((window.endsAt - now) / 1000) }
}

/** Windows that ended, and where that is not enough, the oldest: nobody fills the memory with addresses. */
function dropEnded(now: number): void {
  for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key)
  for (const key of windows.keys()) {
    if (windows.size <= most) return
    windows.delete(key)
  }
}
