import { useEffect, useRef, type RefObject } from 'react'
import { itemsOf } from '@/lib/plugin/edit/place'
import { documentTypeOf, placeOf } from '@/lib/plugin/references'
import type { Files } from '@/lib/plugin/files'
import type { Store } from '../store/store'
import { useUi, useUiStore, type UiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { siblings, type outlineActions } from './actions'
import { takeArrival } from './arrival'

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
    const rows = outline.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? []
    const row = [...rows].find(({ dataset }) => dataset.id === reach)
    row?.focus()
    if (!row || document.activeElement !== row)
      document.querySelector<HTMLElement>('main [data-ready-control]')?.focus()
  }, [store, ui, reach, files])

  return outline
}

function isFree(active: Element | null, outline: Element | null): boolean {
  return !active || active === document.body || outline?.contains(active) || active.closest('[role=menu]') !== null
}

/** Deletes an item; the row that takes its place is reached. A refusal is one sentence. */
export function removeAndReach(
  { store, ui, actions }: { store: Store; ui: UiStore; actions: ReturnType<typeof outlineActions> },
  file: string,
): string | undefined {
  const before = store.get().files
  const parent = placeOf(before, file)?.from
  const index = siblings(before, file)?.index ?? 0
  const refusal = actions.remove(file)
  if (refusal !== undefined || parent === undefined) return refusal
  const left = itemsOf(store.get().files, parent, documentTypeOf(before, file)?.id)
  ui.set({ reach: left[index] ?? left.at(-1) ?? parent })
  return undefined
}
