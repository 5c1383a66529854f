'use client'

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'
import { Segments } from '@/components/ui/segments'
import { showLine } from '../store/show-line'
import type { EditorState } from '../store/store'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { commentQueries, newThread, openThread, placeHere, threadsOf } from './known-threads'
import { NewThread } from './new-thread'
import { nameOf } from './place-words'
import { ThreadCard } from './thread-card'
import { ask, fetchPeople } from './threads'

const filesIn = (state: EditorState) => state.files

/** What people say of the plugin, each at its place. */
export default function CommentsPane() {
  const projectId = String(useParams().projectId)
  const store = useStore()
  const ui = useUiStore()
  const [shows, setShows] = useState<'open' | 'resolved'>('open')
  const [now] = useState(() => new Date().toISOString())
  const asked = useUi((state) => state.thread)
  const files = useSettled(filesIn)
  const saved = useEditor((state) => state.saved)
  const threads = useQuery(threadsOf(projectId), commentQueries)
  const mayComment = threads.data?.you.mayComment === true
  const people = useQuery(
    { queryKey: ['people', projectId], queryFn: () => fetchPeople(projectId), enabled: mayComment },
    commentQueries,
  )
  const { refetch, data } = threads

  const seen = data !== undefined
  useEffect(() => {
    if (!seen) return
    void ask(projectId, 'mentions', 'DELETE').catch(() => {})
    // A link from Home names the thread.
    const thread = new URL(location.href).searchParams.get('comments')
    if (thread) openThread(ui, thread)
  }, [projectId, seen, ui])

  const wanted = data?.threads.find(({ id }) => id === asked)
  const side = asked === newThread ? 'open' : wanted && (wanted.resolved ? 'resolved' : 'open')
  const [reached, setReached] = useState<string>()
  if (reached !== asked && (side || asked === undefined)) {
    setReached(asked)
    if (side) setShows(side)
  }
  useEffect(() => {
    const card = asked === undefined || shows !== side ? null : document.getElementById(`thread-${asked}`)
    if (!card) return
    card.scrollIntoView({ block: 'nearest' })
    card.focus({ preventScroll: true })
    ui.set({ thread: undefined })
  }, [asked, side, shows, ui])

  if (threads.isError && !data)
    return (
      <Message title="The comments did not come." action={<Button onClick={() => void refetch()}>Try again</Button>}>
        {threads.error.message}
      </Message>
    )
  if (!data) return <p className="px-6 py-3 text-ink-3">Loading the comments</p>

  async function send(path: string, method: string, body?: unknown) {
    await ask(projectId, path, method, body)
    await refetch()
  }
  const shown = data.threads.filter(({ resolved }) => (resolved !== undefined) === (shows === 'resolved'))
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex items-center gap-2 px-6 pt-2.5 max-md:px-4">
        <Segments
          aria-label="Which comments"
          choices={[
            { value: 'open', label: 'Open' },
            { value: 'resolved', label: 'Resolved' },
          ]}
          value={shows}
          onValueChange={(value) => setShows(value === 'resolved' ? 'resolved' : 'open')}
        />
      </div>
      {mayComment && shows === 'open' && (
        <NewThread people={people.data ?? []} onSend={(body) => send('threads', 'POST', body)} />
      )}
      {shown.length === 0 ? (
        <p className="px-6 py-2.5 text-ink-2 max-md:px-4">
          {shows === 'resolved' ? 'Nothing was resolved yet.' : 'Nobody has said anything yet.'}
        </p>
      ) : (
        <ul aria-label="Threads" className="mt-1">
          {shown.map((thread) => {
            const place = placeHere(thread, data, { files, saved })
            return (
              <ThreadCard
                key={thread.id}
                thread={thread}
                changed={place?.changed === true}
                where={place && nameOf(files, thread.file, place)}
                you={data.you}
                people={people.data ?? []}
                now={now}
                send={send}
                onGo={() => {
                  if (!place) return
                  ui.set(place.field ? { view: undefined } : { fileFolded: false, inDify: false, view: undefined })
                  store.open(thread.file, place.field)
                  if (!place.field) showLine(store, thread.file, place.line)
                }}
              />
            )
          })}
        </ul>
      )}
    </div>
  )
}
