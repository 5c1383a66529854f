'use client'

import { useEffect } from 'react'
import { commandOf } from './commands/command-keys'
import type { Store } from './store/store'
import { openFind, type UiStore } from './store/ui-state'

/** The keys of commands come here before any field or the code editor sees them: undo and redo are one stack over forms and code. */
export function useKeys(store: Store, ui: UiStore, saveNow: () => void): void {
  useEffect(() => {
    const run = {
      save: saveNow,
      undo: store.undo,
      redo: store.redo,
      find: () => openFind(ui),
      nextProblem: () => goOn(1),
      previousProblem: () => goOn(-1),
      palette: () => ui.set({ palette: ui.get().palette ? undefined : 'all' }),
    }
    const goOn = (by: 1 | -1) =>
      void import('./problems/next-problem').then(
        (module) => module.nextProblem(store, ui, by),
        () => undefined,
      )
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') loadAhead()
      const command = commandOf(event)
      if (!command) return
      const place = event.target instanceof Element ? event.target : undefined
      // A name that is being typed in the outline, or a dialog, is no part of the files yet.
      const own = place?.closest('[data-own-undo], [role=dialog]')
      if (own && (command === 'undo' || command === 'redo')) return
      const layer = place?.closest('[role=dialog]')
      const inPalette = layer?.matches('[data-palette]') && (command === 'palette' || command === 'find')
      if (layer && !inPalette && command !== 'save') return
      event.preventDefault()
      event.stopPropagation()
      run[command]()
    }
    addEventListener('keydown', keys, { capture: true })
    return () => removeEventListener('keydown', keys, { capture: true })
  }, [store, ui, saveNow])
}

/** What a key opens loads while its first half is pressed, so that nothing typed right after it is lost. */
function loadAhead() {
  void Promise.all([import('./commands/palette'), import('./find/find-pane')]).catch(() => undefined)
}
