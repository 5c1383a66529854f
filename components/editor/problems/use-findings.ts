'use client'

import { useEffect } from 'react'
import { inIdleMoment } from '@/components/ui/when-idle'
import type { Files } from '@/lib/plugin/files'
import type { Store } from '../store/store'

/** How long the hands must rest before the check. */
const REST_MS = 200

/** Checks the plugin after each change, off the typing path: in an idle moment, with a module that is loaded after the first paint. */
export function useFindings(store: Store): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let callOff = () => {}
    let stopped = false

    async function check() {
      const { findingsOf } = await import('./check-files')
      const { files, checked } = store.get()
      if (stopped || files === checked) return
      store.note({ findings: findingsOf(files), checked: files })
    }

    function later() {
      clearTimeout(timer)
      callOff()
      timer = setTimeout(() => {
        callOff = inIdleMoment(() => void check())
      }, REST_MS)
    }

    let seen: Files = store.get().files
    later()
    const unsubscribe = store.subscribe((state) => {
      if (state.files === seen) return
      seen = state.files
      later()
    })
    return () => {
      stopped = true
      clearTimeout(timer)
      callOff()
      unsubscribe()
    }
  }, [store])
}
