import { useEffect } from 'react'
import { firstControl } from '@/components/ui/first-control'

/** In the order of the screen. */
const panes = ['nav[aria-label="Plugin"]', 'main', 'section[aria-label="File"]', 'section[aria-label="Problems"]']
/** The field that the file pane shows, or the place in the code, before the first of all. */
const live = '.live-mark input, .live-mark textarea, .live-mark button, .monaco-editor textarea, .native-edit-context'

/** F6 leads to the next pane that is to be seen, Shift and F6 to the one before, as in other editors. */
export function usePaneKeys(): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('[role=dialog]')) return
      const shown = panes.flatMap((pane) =>
        [...document.querySelectorAll(pane)].filter((each) => each.checkVisibility()),
      )
      const at = shown.findIndex((each) => each.contains(document.activeElement))
      const next = shown.at((at + (event.shiftKey ? -1 : 1)) % shown.length)
      event.preventDefault()
      if (next) firstControl(next, live)?.focus()
    }
    addEventListener('keydown', keys, { capture: true })
    return () => removeEventListener('keydown', keys, { capture: true })
  }, [])
}
