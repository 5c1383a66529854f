'use client'

import { useEffect } from 'react'
import { applyChanges, changesBetween, changesSchema } from '@/lib/plugin/changes'
import { textOf } from '@/lib/plugin/files'
import { mergeFiles } from '@/lib/plugin/merge'
import { object, string } from 'zod'
import { afterPaint } from '../store/after-paint'
import type { Store } from '../store/store'
import { settle } from './absorb'
import { claimTab, dropEntry, leftBehind, livingTabs, writeEntry, type JournalEntry } from './journal'

/** What undo calls the step that takes up earlier work. */
const RECOVERED = 'Unsaved work of your last visit'

const filesAnswer = object({ revision: string(), files: changesSchema })

/** Writes every change into this browser within a frame, and takes up what an earlier visit could not save. */
export function useJournal(store: Store, projectId: string): void {
  useEffect(() => {
    if (store.get().readOnly) return
    const tab = claimTab()
    let stopped = false

    function write() {
      const { files, saved } = store.get()
      const changes = changesBetween(saved.files, files)
      const readable = [...store.readable()].flatMap(([path, content]) =>
        typeof content === 'string' && content !== textOf(files, path) ? [{ path, text: content }] : [],
      )
      void writeEntry({ projectId, tab, base: saved.revision, changes, readable, at: Date.now() }).catch(() => {})
    }

    const writing = afterPaint(write)
    if (store.get().files !== store.get().saved.files) writing.later()
    const unsubscribe = store.subscribe((state, before) => {
      if (state.files !== before.files || state.saved !== before.saved) writing.later()
    })
    addEventListener('pagehide', writing.now)

    async function takeUp() {
      for (const entry of await leftBehind(projectId, await livingTabs())) {
        if (stopped) return
        await replay(store, projectId, entry)
        await dropEntry(projectId, entry.tab)
      }
    }
    void takeUp().catch(() => {})

    return () => {
      stopped = true
      unsubscribe()
      removeEventListener('pagehide', writing.now)
      writing.now()
    }
  }, [store, projectId])
}

/** Puts unsaved work of an earlier visit onto the files as they are now, as one step that can be undone. */
async function replay(store: Store, projectId: string, entry: JournalEntry): Promise<void> {
  const base =
    entry.base === store.get().saved.revision ? store.get().saved.files : await filesAt(projectId, entry.base)
  if (!base) return
  const ours = applyChanges(base, entry.changes)
  store.keepReadable(new Map(entry.readable.map(({ path, text }) => [path, text])))
  store.change(RECOVERED, (now) => {
    const { files, conflicts } = mergeFiles(base, ours, now)
    if (conflicts.length === 0) return files
    // Nothing is lost: where both sides touched the same lines, the earlier work stands beside the file.
    return settle({ base, ours, theirs: now, choices: new Map(conflicts.map(({ path }) => [path, 'both'])) })
  })
  store.note({ recovered: entry.changes.length })
}

async function filesAt(projectId: string, revision: string) {
  const response = await fetch(`/api/projects/${projectId}/files?revision=${encodeURIComponent(revision)}`)
  if (!response.ok) return undefined
  return applyChanges(new Map(), filesAnswer.parse(await response.json()).files)
}
