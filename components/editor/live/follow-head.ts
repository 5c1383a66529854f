import { changedPaths, type Files } from '@/lib/plugin/files'
import { afterSave } from '../save/absorb'
import { fetchChanges } from '../save/fetch-files'
import type { Store } from '../store/store'

/** What did not come in is asked for again after this, whether or not anything is heard. */
const RETRY_MS = 4_000

/**
 * Brings what others saved into the open files, below what is not saved yet: only the files that changed are asked for, and neither undo
 * nor the cursor knows of it. Where both touched the same lines the next save says so, which shows both sides.
 */
export function followHead(
  store: Store,
  projectId: string,
  onChange: (before: Files, after: Files) => void = () => {},
): { to: (revision: string) => void; stop: () => void } {
  let wanted: string | undefined
  let busy = false
  let stopped = false
  let retry: ReturnType<typeof setTimeout> | undefined

  async function follow() {
    if (busy) return
    clearTimeout(retry)
    busy = true
    try {
      while (!stopped && wanted !== undefined && wanted !== store.get().saved.revision) {
        const asked = wanted
        const { saved } = store.get()
        // The answer to a save tells of others too; a conflict waits for a person.
        if (isBusy()) return
        const got = await fetchChanges(projectId, saved.revision)
        if (stopped || isBusy()) return
        if (typeof got === 'string') return again()
        if (store.get().saved !== saved) continue
        const { files: now } = store.get()
        const { server, files, conflicts } = afterSave({ sent: saved.files, changes: got.changes, now })
        // Unless the next save says so, what overlaps here was taken back.
        if (conflicts.length > 0) return again()
        if (got.revision !== saved.revision) store.absorb(files, { revision: got.revision, files: server })
        if (changedPaths(now, files).length > 0) onChange(now, files)
        // An event may be older than what is here.
        if (wanted === asked) wanted = got.revision
      }
      // An own save leads further without anything being missed.
      wanted = undefined
    } finally {
      busy = false
    }
  }

  const again = () => void (retry = setTimeout(() => void follow(), RETRY_MS))
  const isBusy = () => store.get().sending !== undefined || store.get().conflict !== undefined
  const unsubscribe = store.subscribe((state, before) => {
    // The answer to a save is taken in first: it may be all that there is to know.
    if (state.sending !== before.sending || state.conflict !== before.conflict) queueMicrotask(() => void follow())
  })
  return {
    to(revision) {
      wanted = revision
      void follow()
    },
    stop() {
      stopped = true
      clearTimeout(retry)
      unsubscribe()
    },
  }
}
