'use client'

import { useEffect } from 'react'
import { inIdleMoment } from '@/components/ui/when-idle'
import { documentsOf, referencesFrom } from '@/lib/plugin/references'
import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'
import type { Store } from '../store/store'

/** How long the hands must rest before the check. */
const REST_MS = 200
/** How long the other findings wait for those of Python. */
const RUFF_MS = 400

/** Checks the plugin after each change, off the typing path: in an idle moment, with a module that is loaded after the first paint. */
export function useFindings(store: Store): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let callOff = () => {}
    let stopped = false

    async function check() {
      const { findingsOf, gravestFirst } = await import('./check-files')
      const { files, place } = store.get()
      if (stopped) return
      const findings = findingsOf(files)
      const sources = sourcesOf(files).filter((path) => path === place.code || files.get(path) !== opened.get(path))
      if (sources.length === 0) return store.note({ findings, checked: files })
      const { pythonTroubles } = await import('./python-troubles')
      const show = (troubles: readonly Finding[]) => {
        if (!stopped && store.get().files === files)
          store.note({ findings: gravestFirst([...troubles, ...findings]), checked: files })
      }
      const asked = pythonTroubles(files, sources)
      // What reads Python answers at once, but for the first time, when it has to load: nothing else waits for that.
      const soon = await Promise.race([asked, pause(RUFF_MS)])
      show(soon ?? [])
      if (!soon) show(await asked)
    }

    function later() {
      clearTimeout(timer)
      callOff()
      timer = setTimeout(() => {
        callOff = inIdleMoment(() => void check())
      }, REST_MS)
    }

    const opened: Files = store.get().files
    later()
    const unsubscribe = store.subscribe((state, before) => {
      const turned = state.place.code !== before.place.code && state.place.code.endsWith('.py')
      if (state.files !== before.files || turned) later()
    })
    return () => {
      stopped = true
      clearTimeout(timer)
      callOff()
      unsubscribe()
    }
  }, [store])
}

/** The Python that documents name. */
function sourcesOf(files: Files): string[] {
  const named = [...documentsOf(files).keys()].flatMap((path) => referencesFrom(files, path))
  return [...new Set(named.filter(({ as }) => as === 'python').map(({ file }) => file))]
}

const pause = (ms: number) => new Promise<undefined>((done) => setTimeout(() => done(undefined), ms))
