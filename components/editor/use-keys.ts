'use client'

import { useEffect } from 'react'
import { commandOf } from './commands/command-keys'
import type { Store } from './store/store'
import type { UiStore } from './store/ui-state'

/** The keys of commands come here before any field or the code editor sees them: undo and redo are one stack over forms and code. */
export function useKeys(store: Store, ui: UiStore, saveNow: () => void): void {
  useEffect(() => {
    const run = {
      save: saveNow,
      undo: store.undo,
      redo: store.redo,
      palette: () => ui.set({ palette: ui.get().palette ? undefined : 'all' }),
    }
    const keys = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (!command) return
      const place = event.target instanceof Element ? event.target : undefined
      // A name that is being typed in the outline, or a dialog, is no part of the files yet.
      const own = place?.closest('[data-own-undo], [role=dialog]')
      if (own && (command === 'undo' || command === 'redo')) return
      if (command === 'palette' && place?.closest('[role=dialog]:not([data-palette])')) return
      event.preventDefault()
      event.stopPropagation()
      run[command]()
    }
    addEventListener('keydown', keys, { capture: true })
    return () => removeEventListener('keydown', keys, { capture: true })
  }, [store, ui, saveNow])
}
