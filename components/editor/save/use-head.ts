'use client'

import { useEffect, useState } from 'react'
import type { Files } from '@/lib/plugin/files'
import type { Saved, Store } from '../store/store'

/** What this document last knew of each project that it opened. */
const known = new Map<string, Saved>()

/** Follows what the server acknowledges, also after the editor was left. */
export function rememberHead(projectId: string, store: Store): void {
  known.set(projectId, store.get().saved)
  store.subscribe((state, before) => {
    if (state.saved !== before.saved) known.set(projectId, state.saved)
  })
}

/**
 * What an editor begins with: the files of the page. A document that opened the project before (Back, Forward) may have been given a page
 * of any age, so the server is asked again; undefined until it answered.
 */
export function useHead(projectId: string, page: { files: Files; revision: string }): Saved | undefined {
  const [head, setHead] = useState<Saved | undefined>(() => (known.has(projectId) ? undefined : page))
  useEffect(() => {
    if (head) return
    let left = false
    const fallback = known.get(projectId)
    import('./fetch-files')
      .then(({ fetchFiles }) => fetchFiles(projectId))
      .catch(() => undefined)
      .then((answer) => {
        if (!left) setHead(typeof answer === 'object' ? answer : fallback)
      })
    return () => {
      left = true
    }
  }, [projectId, head])
  return head
}
