'use client'

import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint'
import type { EditorState } from './store'
import { useStore } from './use-editor'

/**
 * A part of the state for what may follow a moment later (outline, file list): it is drawn after the frame that shows the keystroke.
 * `select` must be a function that stays the same.
 */
export function useSettled<T>(select: (state: EditorState) => T): T {
  const store = useStore()
  const [value, setValue] = useState(() => select(store.get()))
  useEffect(() => {
    const update = afterPaint(() => startTransition(() => setValue(() => select(store.get()))))
    update.later()
    const unsubscribe = store.subscribe(update.later)
    return () => {
      unsubscribe()
      update.cancel()
    }
  }, [store, select])
  return value
}
