'use client'

import { startTransition, useEffect, useState } from 'react'
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
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const update = () => startTransition(() => setValue(() => select(store.get())))
    const later = () => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          frame = 0
          update()
        })
      })
    }
    update()
    const unsubscribe = store.subscribe(later)
    return () => {
      unsubscribe()
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [store, select])
  return value
}
