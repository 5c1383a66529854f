import type { Store } from './store'

/** The way to take back the step that was made just now, whatever else is done until it is used. */
export function undoNewest(store: Store): () => void {
  const entry = store.get().undo.at(-1)
  return () => entry && store.undoEntry(entry)
}
