import { changesBetween } from '@/lib/plugin/changes'
import type { Store } from '../store/store'
import { dropEntry, keptChanges, writeEntry } from './journal'
import { sendChanges } from './send-changes'

/** For an editor that was left before saving had loaded: its work is kept in this browser, sent, and let go once the server has it. */
export async function sendLeft(store: Store, projectId: string): Promise<void> {
  const {
    files,
    saved,
    self: [user],
  } = store.get()
  const changes = changesBetween(saved.files, files)
  if (changes.length === 0) return
  const tab = crypto.randomUUID()
  const kept = keptChanges(saved.files, files)
  await writeEntry({ projectId, tab, user, base: saved.revision, changes: kept, readable: [], at: Date.now() }).catch(
    () => {},
  )
  const answer = await sendChanges(projectId, { base: saved.revision, changes, save: crypto.randomUUID() })
  if (answer.kind === 'saved') await dropEntry(projectId, tab)
}
