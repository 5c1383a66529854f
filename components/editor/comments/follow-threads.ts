import { listenToProject } from '../live/heard'
import type { Store } from '../store/store'
import { commentQueries, threadsOf } from './known-threads'

/**
 * Keeps the threads as they are on the server, without asking with every save: places are followed here. Only where a file got another
 * name does the server know better. Gives the way to stop.
 */
export function followThreads(projectId: string, store: Store): () => void {
  const { queryKey } = threadsOf(projectId)
  async function ask() {
    // An answer that is on its way may be older than what was heard.
    await commentQueries.cancelQueries({ queryKey })
    await commentQueries.invalidateQueries({ queryKey })
  }
  const stop = listenToProject(({ kind }) => {
    if (kind === 'comments' || kind === 'again') void ask()
  })
  const unsubscribe = store.subscribe(({ saved }, before) => {
    if (saved === before.saved) return
    const known = commentQueries.getQueryData(queryKey)
    if (known?.threads.some(({ place, file }) => place && !saved.files.has(file))) void ask()
  })
  return () => {
    stop()
    unsubscribe()
  }
}
