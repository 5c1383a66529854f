import { useEffect, useRef, type RefObject } from 'react'
import type { Files } from '@/lib/plugin/files'
import { useUi, useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { takeArrival } from './arrival'
import { focusRow, isFree } from './focus-row'

/**
 * Gives the focus to the row that an edit asked for, once the outline shows these files; where the outline is not to be seen, to the
 * form. A person who has gone on to something else is left there.
 */
export function useReach(files: Files): RefObject<HTMLDivElement | null> {
  const store = useStore()
  const ui = useUiStore()
  const reach = useUi((state) => state.reach)
  const outline = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (takeArrival(location.pathname)) ui.set({ reach: store.get().place.file })
  }, [store, ui])

  useEffect(() => {
    if (reach === undefined || files !== store.get().files) return
    ui.set({ reach: undefined })
    if (!isFree(document.activeElement, outline.current)) return
    if (!focusRow(outline.current, [reach])) document.querySelector<HTMLElement>('main [data-ready-control]')?.focus()
  }, [store, ui, reach, files])

  return outline
}
