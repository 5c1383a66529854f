import { changedPaths, sameContent, type Files } from '@/lib/plugin/files'
import { mergeFiles } from '@/lib/plugin/merge'
import type { Saved, Store } from '../store/store'
import { besidePath, settle } from './absorb'
import { fetchFiles } from './fetch-files'
import { applyKept, type JournalEntry } from './journal'

/** What undo calls the step that takes up earlier work. */
const RECOVERED = 'Unsaved work of your last visit'

/**
 * Puts unsaved work of an earlier visit onto the files as they are now, as one step that can be undone. False when the server did
 * not give what the work began with, or nothing may be changed here: then nothing changed, and the work is to be kept for another try.
 */
export async function replay(store: Store, projectId: string, entry: JournalEntry): Promise<boolean> {
  const { saved } = store.get()
  const began = entry.base === saved.revision ? saved : await fetchFiles(projectId, entry.base)
  if (began === 'unreachable') {
    store.note({
      notice: 'Unsaved work of your last visit waits in this browser: the server did not answer. Go online.',
    })
    return false
  }
  // Rights may have gone while the server answered: what cannot be put in here stays where it is.
  if (store.get().readOnly) return false
  store.keepReadable(new Map(entry.readable.map(({ path, text }) => [path, text])))
  if (began !== 'gone' && askAgain(store, began, entry)) return true
  const step = store.change(RECOVERED, (now) => {
    if (began === 'gone') return placeBeside(now, entry)
    const ours = applyKept(began.files, entry.changes)
    const base = withOwnSave(began.files, entry, now)
    const { files, conflicts } = mergeFiles(base, ours, now)
    if (conflicts.length === 0) return files
    // Nothing is lost: where both sides touched the same lines, the earlier work stands beside the file.
    return settle({ base, ours, theirs: now, choices: new Map(conflicts.map(({ path }) => [path, 'both'])) })
  })
  // Work that the server got after all changes nothing, and needs no words.
  if (step) store.note({ recovered: entry.changes.length })
  return true
}

/** Where both sides touched the same lines and nothing else was done here yet: as if the save had just been refused, with both sides to choose from. */
function askAgain(store: Store, began: Saved, entry: JournalEntry): boolean {
  const { files, saved, conflict } = store.get()
  if (conflict || files !== saved.files) return false
  const ours = applyKept(began.files, entry.changes)
  const base = withOwnSave(began.files, entry, files)
  if (mergeFiles(base, ours, files).conflicts.length === 0) return false
  // The work keeps its own beginning: kept again, it overlaps as before.
  store.absorb(ours, began)
  store.note({ conflict: { base, head: saved }, save: { kind: 'conflict' } })
  return true
}

/** What the work began with, where the server has not got further by this very work: that much of it is nobody else's. */
export function withOwnSave(began: Files, entry: JournalEntry, now: Files): Files {
  const sent = applyKept(began, entry.sent ?? [])
  const base = new Map(began)
  for (const path of changedPaths(began, sent)) {
    const content = sent.get(path)
    if (!sameContent(content, now.get(path))) continue
    if (content === undefined) base.delete(path)
    else base.set(path, content)
  }
  return base
}

/** Without the files that the work began with nothing can be merged: every file of it stands beside the one of today. */
function placeBeside(now: Files, entry: JournalEntry): Files {
  const ours = applyKept(new Map(), entry.changes)
  const files = new Map(now)
  for (const [path, content] of ours) {
    if (sameContent(content, now.get(path))) continue
    files.set(files.has(path) ? besidePath(path, files) : path, content)
  }
  return files
}
