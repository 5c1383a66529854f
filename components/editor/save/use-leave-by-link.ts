import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { leaveTo } from './leave-to'

/** Links of the page are followed by `leaveTo` while there is unsaved work; those that open elsewhere are the browser's. */
export function useLeaveByLink(): void {
  const store = useStore()
  const ui = useUiStore()
  const { push } = useRouter()
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      if (link.origin !== location.origin || link.target === '_blank' || link.hasAttribute('download')) return
      const { files, saved } = store.get()
      if (files === saved.files) return
      event.preventDefault()
      event.stopPropagation()
      void leaveTo(`${link.pathname}${link.search}${link.hash}`, { store, ui, go: push })
    }
    // before the link's own handler, which would go at once
    document.addEventListener('click', click, { capture: true })
    return () => document.removeEventListener('click', click, { capture: true })
  }, [store, ui, push])
}
