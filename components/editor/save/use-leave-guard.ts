'use client'

import { useEffect } from 'react'
import { changedPaths } from '@/lib/plugin/files'
import type { Store } from '../store/store'

/** Leaving the document with unsaved work is asked about. It is not a part that loads later: it guards the time until saving is there. */
export function useLeaveGuard(store: Store): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      const { files, saved } = store.get()
      if (files !== saved.files && changedPaths(saved.files, files).length > 0) event.preventDefault()
    }
    addEventListener('beforeunload', leave)
    return () => removeEventListener('beforeunload', leave)
  }, [store])
}
