'use client'

import { useEffect } from 'react'
import { useUiStore } from '../store/ui-state'

/** A package that is dropped anywhere on the editor is shown with the revision that it was made of. Draws nothing. */
export function PackageDrop() {
  const ui = useUiStore()
  useEffect(() => {
    const packageIn = (data: DataTransfer | null) =>
      [...(data?.files ?? [])].find(({ name }) => /\.difypkg$/i.test(name))
    const hover = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      // Else the browser would leave the editor for the file.
      event.preventDefault()
      const file = packageIn(event.dataTransfer)
      if (file) ui.set({ view: 'history', pane: 'form', history: { file } })
    }
    addEventListener('dragover', hover)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', hover)
      removeEventListener('drop', drop)
    }
  }, [ui])
  return null
}
