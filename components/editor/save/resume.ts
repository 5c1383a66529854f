import { changedPaths, sameContent, type FileContent, type Files } from '@/lib/plugin/files'
import { mergeFiles } from '@/lib/plugin/merge'
import type { Store } from '../store/store'
import { fetchFiles } from './fetch-files'
import { applyKept, type JournalEntry } from './journal'
import type { Steps } from './kept-steps'
import { withOwnSave } from './replay'

/**
 * After a reload: the unsaved work of the page before, together with the steps that made it, so that undo and redo go on as if nothing
 * had been. False where the steps do not tell how the work came about; then nothing changed.
 */
export async function resume(store: Store, projectId: string, entry: JournalEntry, steps: Steps): Promise<boolean> {
  const { saved } = store.get()
  const began = entry.base === saved.revision ? saved : await fetchFiles(projectId, entry.base)
  if (typeof began === 'string') return false
  const ours = applyKept(began.files, entry.changes)
  if (!leadTo(steps, began.files, ours)) return false
  const { files: now } = store.get()
  const { files, conflicts } = mergeFiles(withOwnSave(began.files, entry, now), ours, now)
  if (conflicts.length > 0) return false
  store.keepReadable(new Map(entry.readable.map(({ path, text }) => [path, text])))
  if (changedPaths(now, files).length > 0) store.absorb(files, store.get().saved)
  store.keepSteps(steps)
  return true
}

/** Whether each file that changed stands as the last step left it, or as the first that was taken back found it. */
export function leadTo({ undo, redo }: Steps, began: Files, ours: Files): boolean {
  return changedPaths(began, ours).every((path) => {
    const left = contentAfter({ undo, redo }, path)
    return left !== undefined && sameContent(left.content, ours.get(path))
  })
}

function contentAfter({ undo, redo }: Steps, path: string): { content: FileContent | undefined } | undefined {
  const touches = ({ step }: Steps['undo'][number]) => step.paths.includes(path)
  const done = undo.findLast(touches)
  if (done) return { content: done.step.after.get(path) }
  const back = redo.findLast(touches)
  return back && { content: back.step.before.get(path) }
}
