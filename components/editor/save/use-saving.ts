'use client'

import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { applyChanges, changesBetween } from '@/lib/plugin/changes'
import type { Files } from '@/lib/plugin/files'
import { mergeFiles } from '@/lib/plugin/merge'
import type { EditorState, Store } from '../store/store'
import { afterSave } from './absorb'
import { OverLimit, sendChanges, type Save, type Sent } from './send-changes'

/** How long the hands must rest before a save, and how long one waits at most while they do not. */
const REST_MS = 1000
const MOST_MS = 5000
/** The same where others look on. */
const REST_SEEN_MS = 250
const MOST_SEEN_MS = 1000
/** A request that outlives its page may carry this much. */
const KEEPALIVE_BYTES = 60_000

interface Job {
  readonly body: Save
  readonly sent: Files
}

/** Saves by itself: a second after the last change, again and again until the server has it. */
export function useSaving(store: Store, projectId: string): () => void {
  const { mutateAsync } = useMutation<Sent, Error, Job>({
    mutationFn: ({ body }) =>
      sendChanges(projectId, body).catch((error: unknown) => {
        // It is tried again; until then it is said.
        if (error instanceof OverLimit) store.note({ save: { kind: 'limited', reason: error.message } })
        else store.note({ save: navigator.onLine ? { kind: 'unreached' } : { kind: 'offline' } })
        throw error
      }),
    networkMode: 'always',
    retry: true,
    retryDelay: (failures, error) =>
      error instanceof OverLimit ? error.seconds * 1000 : Math.min(500 * 2 ** failures, 4000),
  })
  const control = useRef({ saveNow: () => {} })

  useEffect(() => {
    if (store.get().readOnly) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let firstChange = 0
    let running: Job | undefined
    let left = false

    const isDirty = ({ files, saved }: EditorState) =>
      files !== saved.files && changesBetween(saved.files, files).length > 0

    function jobNow(): Job | undefined {
      const { files, saved, restores } = store.get()
      const changes = changesBetween(saved.files, files)
      return changes.length === 0
        ? undefined
        : { body: { base: saved.revision, changes, save: crypto.randomUUID(), restores }, sent: files }
    }

    function start() {
      clearTimeout(timer)
      firstChange = 0
      if (running || store.get().conflict) return
      running = jobNow()
      if (!running) return store.note({ save: { kind: 'saved' } })
      store.note({
        save: navigator.onLine ? { kind: 'saving' } : { kind: 'offline' },
        sending: running.sent,
        restores: undefined,
      })
      const job = running
      // Not `onSuccess`: a page that was left still wants to know, to send what was typed meanwhile.
      void mutateAsync(job).then(
        (answer) => done(job, answer),
        () => (running = undefined),
      )
    }

    function done(job: Job, answer: Sent) {
      running = undefined
      store.note({ sending: undefined })
      if (answer.kind === 'refused') return store.note({ save: { kind: 'failed', reason: answer.reason } })
      if (answer.kind === 'conflict') {
        const head = { revision: answer.revision, files: applyChanges(new Map(), answer.files) }
        const { files: now, saved } = store.get()
        const { files, conflicts } = mergeFiles(saved.files, now, head.files)
        if (conflicts.length > 0)
          return store.note({ save: { kind: 'conflict' }, conflict: { head, base: saved.files } })
        // What was typed since the save was sent has settled it.
        store.absorb(files, head)
        store.note({ save: { kind: 'waiting' } })
        return wait()
      }
      const { server, files, conflicts } = afterSave({
        sent: job.sent,
        changes: answer.changes,
        now: store.get().files,
      })
      if (conflicts.length > 0) {
        // What was typed during the save overlaps what others did: with their revision as base the next save would write over it.
        const head = { revision: answer.revision, files: server }
        return store.note({ save: { kind: 'conflict' }, conflict: { head, base: job.sent } })
      }
      store.absorb(files, { revision: answer.revision, files: server })
      const dirty = isDirty(store.get())
      store.note({
        save: dirty ? { kind: 'waiting' } : answer.changes.length > 0 ? { kind: 'merged' } : { kind: 'saved' },
      })
      if (dirty && left) start()
      else if (dirty) wait()
    }

    function wait() {
      clearTimeout(timer)
      const now = Date.now()
      firstChange ||= now
      const [rest, most] = store.get().accompanied ? [REST_SEEN_MS, MOST_SEEN_MS] : [REST_MS, MOST_MS]
      timer = setTimeout(start, Math.max(0, Math.min(rest, firstChange + most - now)))
    }

    if (isDirty(store.get()) || store.get().save.kind === 'waiting') {
      store.note({ save: { kind: 'waiting' } })
      wait()
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.conflict !== before.conflict && !state.conflict) return start()
      if (state.files === before.files || state.files === state.saved.files) return
      if (state.save.kind === 'saved' || state.save.kind === 'merged') store.note({ save: { kind: 'waiting' } })
      wait()
    })

    const offline = () => running && store.note({ save: { kind: 'offline' } })
    const online = () => (running ? store.note({ save: { kind: 'saving' } }) : isDirty(store.get()) && start())
    const hide = () => {
      const job = running ? undefined : jobNow()
      if (!job || store.get().conflict || JSON.stringify(job.body.changes).length > KEEPALIVE_BYTES) return
      // A page that comes back goes on from here: two saves at once would each tell of a base that the other has left.
      running = job
      store.note({ sending: job.sent })
      void sendChanges(projectId, job.body, { keepalive: true }).then(
        (answer) => done(job, answer),
        () => {
          running = undefined
          store.note({ sending: undefined })
          wait()
        },
      )
    }

    control.current.saveNow = start
    addEventListener('offline', offline)
    addEventListener('online', online)
    addEventListener('pagehide', hide)
    return () => {
      // The document lives on: what waits is sent now, and the journal keeps it until the server has it.
      left = true
      unsubscribe()
      start()
      removeEventListener('offline', offline)
      removeEventListener('online', online)
      removeEventListener('pagehide', hide)
    }
  }, [store, projectId, mutateAsync])

  return useCallback(() => control.current.saveNow(), [])
}
