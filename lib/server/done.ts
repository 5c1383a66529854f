import 'server-only'

/** Whether something was done, and if not, why, in a sentence for whoever asked. */
export type Done = { ok: true } | { ok: false; reason: string }

export const done: Done = { ok: true }

export function notDone(reason: string): { ok: false; reason: string } {
  return { ok: false, reason }
}
