'use client'

import { useQuery } from '@tanstack/react-query'
import { MessageSquare } from 'lucide-react'
import { useParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '@/components/ui/icon'
import { fieldElement } from '../field-element'
import { afterPaint } from '../store/after-paint'
import type { Store } from '../store/store'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { followThreads } from './follow-threads'
import { commentQueries, countText, openThread, openThreads, placeHere, threadsOf } from './known-threads'
import type { Thread, Threads } from './threads'

interface Mark {
  readonly host: HTMLElement
  readonly field: string
  readonly threads: readonly Thread[]
}

/**
 * A quiet mark at the label of each field that somebody said something of, or of the closest one around it; it opens the thread. The form
 * knows nothing of it: marks are put into its rows once they are drawn, and a form without comments is not even watched.
 */
export function CommentMarks() {
  const projectId = String(useParams().projectId)
  const store = useStore()
  const ui = useUiStore()
  const { data } = useQuery(threadsOf(projectId), commentQueries)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const ofFields = data?.threads.some(({ resolved, place }) => resolved === undefined && place?.field) === true

  useEffect(() => followThreads(projectId, store), [projectId, store])
  useEffect(() => {
    const form = document.querySelector('main')
    if (!form || !data || !ofFields) return
    const update = afterPaint(() => {
      const next = marksOf(store, data)
      setMarks((known) => (isSame(known, next) ? known : next))
    })
    const watch = new MutationObserver(update.later)
    watch.observe(form, { childList: true, subtree: true })
    const unsubscribe = store.subscribe(({ saved, place }, before) => {
      if (saved !== before.saved || place.file !== before.place.file) update.later()
    })
    update.later()
    return () => {
      watch.disconnect()
      unsubscribe()
      update.cancel()
    }
  }, [store, data, ofFields])

  if (!ofFields) return null
  return marks.map(({ host, field, threads }) => {
    const [first] = threads
    const text = countText(threads)
    return (
      first &&
      createPortal(
        <button
          type="button"
          aria-label={`${text} on ${field}`}
          title={text}
          onClick={() => openThread(ui, first.id)}
          className="quick flex h-7 items-center gap-1 rounded-tag px-1 text-12 @max-[440px]/form:h-5 text-ink-3 hover:text-ink"
        >
          <Icon of={MessageSquare} size={12} />
          {text.split(' ')[0]}
        </button>,
        host,
        first.id,
      )
    )
  })
}

function marksOf(store: Store, answer: Threads): Mark[] {
  const state = store.get()
  const byRow = new Map<HTMLElement, Thread[]>()
  for (const thread of openThreads(answer, state.place.file)) {
    const field = placeHere(thread, answer, state)?.field
    const row = field && fieldElement(field)
    if (row) byRow.set(row, [...(byRow.get(row) ?? []), thread])
  }
  return [...byRow].map(([row, threads]) => ({
    host: hostIn(row),
    field: row.querySelector('label')?.textContent ?? '',
    threads,
  }))
}

/** The place at the end of the row's label, out of its grid: what stands there must not move. */
function hostIn(row: HTMLElement): HTMLElement {
  const known = row.querySelector<HTMLElement>(':scope > [data-said]')
  if (known) return known
  const host = document.createElement('span')
  host.dataset.said = ''
  host.className =
    'pointer-events-none absolute left-0 top-0 flex w-[112px] justify-end @max-[440px]/form:w-full empty:hidden *:pointer-events-auto'
  row.style.position = 'relative'
  row.append(host)
  return host
}

function isSame(one: readonly Mark[], other: readonly Mark[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ host, field, threads }, index) => {
      const mark = other[index]
      return (
        mark?.host === host &&
        mark.field === field &&
        mark.threads.length === threads.length &&
        mark.threads.every((thread, at) => thread === threads[at])
      )
    })
  )
}
