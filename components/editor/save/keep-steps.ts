import type { Store } from '../store/store'
import { stepKeeper, takeSteps, type Steps } from './kept-steps'
import type { OpenTab } from './tab'

const REST_MS = 500

/** Keeps the steps of undo for a reload of this tab; `before` are those of the page before it, which then are forgotten. */
export function keepSteps(
  store: Store,
  { tab, before, remember }: OpenTab,
): { before: Promise<Steps | undefined>; stop: () => void } {
  const { self } = store.get()
  const keeper = stepKeeper(tab, self[0])
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    void keeper.write(store.get())
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(write, REST_MS)
  }
  const leave = () => timer !== undefined && write()
  const unsubscribe = store.subscribe((state, old) => {
    // Somebody who takes back a step may reload at once to see whether it holds.
    if (state.redo.length !== old.redo.length) write()
    else if (state.undo !== old.undo) later()
  })
  // The first step may be made before this is loaded.
  if (store.get().undo.length > 0) later()
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', leave)
  return {
    // Without a store for them, steps end with the page; nothing else depends on it.
    before: before
      .then((page) => (page === undefined ? undefined : takeSteps(page, self, Date.now())))
      .catch(() => undefined)
      .finally(remember),
    stop() {
      leave()
      unsubscribe()
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    },
  }
}
