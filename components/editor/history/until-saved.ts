import { changedPaths, type Files } from '@/lib/plugin/files'
import type { EditorState, Store } from '../store/store'

/** Waits until the server has these files, by default those of now; false where it has not after `ms`, or others. */
export function untilSaved(store: Store, files: Files = store.get().files, ms = 8_000): Promise<boolean> {
  const has = ({ saved }: EditorState) => saved.files === files || changedPaths(saved.files, files).length === 0
  if (has(store.get())) return Promise.resolve(true)
  return new Promise((resolve) => {
    const done = (answer: boolean) => {
      clearTimeout(timer)
      unsubscribe()
      resolve(answer)
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.saved !== before.saved && has(state)) done(true)
    })
    const timer = setTimeout(() => done(false), ms)
  })
}
