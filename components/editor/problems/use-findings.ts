'use client'

import { useEffect } from 'react'
import type { Files } from '@/lib/plugin/files'
import type { Store } from '../store/store'

/** How long the hands must rest before the check. */
const REST_MS = 200

/** Checks the plugin after each change, off the typing path: in an idle moment, with a module that is loaded after the first paint. */
export function useFindings(store: Store): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle = 0
    let stopped = false

    async function check() {
      const { findingsOf } = await import('./check-files')
      const { files, checked } = store.get()
      if (stopped || files === checked) return
      store.note({ findings: findingsOf(files), checked: files })
    }

    function later() {
      clearTimeout(timer)
      cancelIdle(idle)
      timer = setTimeout(() => {
        idle = whenIdle(() => void check())
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
      cancelIdle(idle)
      unsubscribe()
    }
  }, [store])
}

function whenIdle(run: () => void): number {
  return 'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 1000 }) : Number(setTimeout(run, 50))
}

function cancelIdle(id: number): void {
  if ('cancelIdleCallback' in window) cancelIdleCallback(id)
  else clearTimeout(id)
}
