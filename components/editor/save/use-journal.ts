'use client'

import { useEffect } from 'react'
import { textOf } from '@/lib/plugin/files'
import { afterPaint } from '../store/after-paint'
import type { Store } from '../store/store'
import { claimTab, dropEntry, keptChanges, leftBehind, livingTabs, writeEntry } from './journal'
import { replay } from './replay'

/** Writes every change into this browser within a frame, and takes up what an earlier visit could not save. */
export function useJournal(store: Store, projectId: string): void {
  useEffect(() => {
    if (store.get().readOnly) return
    const { tab, release } = claimTab()
    let stopped = false

    async function write(): Promise<boolean> {
      const { files, saved } = store.get()
      const changes = keptChanges(saved.files, files)
      const readable = [...store.readable()].flatMap(([path, content]) =>
        typeof content === 'string' && content !== textOf(files, path) ? [{ path, text: content }] : [],
      )
      const kept = await writeEntry({ projectId, tab, base: saved.revision, changes, readable, at: Date.now() }).then(
        () => true,
        () => false,
      )
      if (store.get().kept !== kept) store.note({ kept })
      return kept
    }

    const writing = afterPaint(() => void write())
    if (store.get().files !== store.get().saved.files) writing.later()
    store.subscribe((state, before) => {
      if (!stopped) {
        if (state.files !== before.files || state.saved !== before.saved) writing.later()
      } else if (state.saved !== before.saved && state.files === state.saved.files) {
        // The page was left, and what it had left to save has arrived.
        void dropEntry(projectId, tab).catch(() => {})
      }
    })

    let taking = false
    async function takeUp() {
      if (taking) return
      taking = true
      try {
        for (const entry of await leftBehind(projectId, await livingTabs())) {
          if (stopped || entry.tab === tab) continue
          // The earlier entry goes only when its work stands in this tab's own.
          if ((await replay(store, projectId, entry)) && (await write())) await dropEntry(projectId, entry.tab)
        }
      } finally {
        taking = false
      }
    }
    const again = () => void takeUp().catch(() => {})
    again()

    addEventListener('online', again)
    addEventListener('pagehide', writing.now)
    document.addEventListener('visibilitychange', writing.now)
    return () => {
      writing.now()
      stopped = true
      release()
      removeEventListener('online', again)
      removeEventListener('pagehide', writing.now)
      document.removeEventListener('visibilitychange', writing.now)
    }
  }, [store, projectId])
}
