'use client'

import { useEffect } from 'react'
import type { Store } from './store/store'

/** Undo and redo are one stack over forms and code, so their keys come here before any field or the code editor sees them. */
export function useKeys(store: Store, saveNow: () => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
      if (key === 's') {
        event.preventDefault()
        saveNow()
      }
      if (key !== 'z' && !redo) return
      // A name that is being typed in the outline, or a dialog, is no part of the files yet.
      if (event.target instanceof Element && event.target.closest('[data-own-undo], [role=dialog]')) return
      event.preventDefault()
      event.stopPropagation()
      if (redo) store.redo()
      else store.undo()
    }
    addEventListener('keydown', keys, { capture: true })
    return () => removeEventListener('keydown', keys, { capture: true })
  }, [store, saveNow])
}
