import type { Files } from '@/lib/plugin/files'
import { within } from '@/lib/plugin/step'
import { fetchFiles } from '../save/fetch-files'
import type { Entry } from '../store/history'
import type { Store } from '../store/store'
import { untilSaved } from './until-saved'

export type RestoreOutcome = { ok: true; entry?: Entry } | { ok: false; reason: string }

/**
 * Brings a version back, or one of its files, as one step of undo: what is not saved yet is saved before, as a revision of its own. It is a
 * change like any other, which is saved, merged and taken back as such.
 */
export async function restoreVersion(
  { store, projectId, saveNow }: { store: Store; projectId: string; saveNow: () => void },
  { revision, clock, path }: { revision: string; clock: string; path?: string },
): Promise<RestoreOutcome> {
  const older = await fetchFiles(projectId, revision)
  if (older === 'gone') return { ok: false, reason: 'Nothing was restored: there is no such version any more.' }
  if (older === 'unreachable') return { ok: false, reason: 'Nothing was restored: the server cannot be reached.' }
  saveNow()
  // After the files came: what was typed while they were on their way shall stand in the history too.
  if (!(await untilSaved(store)))
    return {
      ok: false,
      reason: 'Nothing was restored: your own work is not saved yet, and it shall stand in the history first.',
    }
  const restored = (files: Files) => (path === undefined ? older.files : within(files, [path], older.files))
  const label = path === undefined ? `Restored version of ${clock}` : `Restored ${path} of ${clock}`
  const entry = store.change(label, restored)
  if (entry) store.note({ restores: { revision, ...(path === undefined ? {} : { path }) } })
  saveNow()
  return { ok: true, ...(entry ? { entry } : {}) }
}
