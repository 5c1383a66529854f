import { showToast } from '@/components/ui/toast'
import type { Files } from '@/lib/plugin/files'
import type { Store } from '../store/store'
import { sendPackage } from './fetch-history'
import { sha256Of } from './hash-package'
import { untilSaved } from './until-saved'

/** Puts a package that was packed here into the history, once the server has the files that it was made of. */
export async function recordDownload(store: Store, projectId: string, files: Files, bytes: Uint8Array): Promise<void> {
  if (!(await untilSaved(store, files)))
    return showToast('The package is not in the history: its files are not saved as they were packed.')
  const { revision } = store.get().saved
  await sendPackage(projectId, revision, await sha256Of(bytes)).then(
    () => listeners.forEach((listener) => listener()),
    () => showToast('The package is not in the history: the server did not take it.'),
  )
}

const listeners = new Set<() => void>()

/** Calls when a package of this page came into the history: a history that is open was asked before. Gives the way to stop. */
export function onRecorded(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
