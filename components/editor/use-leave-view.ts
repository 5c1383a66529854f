import { useEffect, type RefObject } from 'react'
import { useUiStore } from './store/ui-state'
import { useStore } from './store/use-editor'

/**
 * Closes what stands in place of the form when another place is gone to elsewhere, so that it is seen. What is typed in the code, chosen
 * in the view itself or taken back does not count.
 */
export function useLeaveView(view: RefObject<HTMLElement | null>): void {
  const store = useStore()
  const ui = useUiStore()
  useEffect(
    () =>
      store.subscribe(({ place }, before) => {
        if (place === before.place || place.revealCode === before.place.revealCode) return
        if (!view.current?.contains(document.activeElement)) ui.set({ view: undefined })
      }),
    [store, ui, view],
  )
}
