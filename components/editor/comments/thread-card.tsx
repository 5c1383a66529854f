'use client'

import { Check, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { TimeAgo } from '@/components/projects/time-ago'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { FieldNote } from '@/components/ui/field-note'
import { IconButton } from '@/components/ui/icon-button'
import { Tag } from '@/components/ui/tag'
import type { Named, Thread, ThreadComment, Threads } from './threads'
import { WriteComment } from './write-comment'

type Send = (path: string, method: string, body?: unknown) => Promise<unknown>

/** One thread: where it was said, what was said, and the answer to it. */
export function ThreadCard({
  thread,
  changed,
  where,
  you,
  people,
  now,
  onGo,
  send,
}: {
  thread: Thread
  /** The place was written anew since. */
  changed: boolean
  /** The place in words; undefined where it is gone. */
  where: string | undefined
  you: Threads['you']
  people: readonly Named[]
  now: string
  onGo: () => void
  /** Throws with a sentence where it did not work. */
  send: Send
}) {
  const { id, resolved, comments, quote } = thread
  const { problem, run } = useAct()
  return (
    <li
      id={`thread-${id}`}
      tabIndex={-1}
      aria-label={where ?? thread.file}
      className="grid gap-2 border-t border-line px-6 py-3 outline-none first:border-t-0 focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-md:px-4"
    >
      <div className="flex min-h-7 items-center gap-2">
        {where === undefined ? (
          <span className="min-w-0 truncate text-12 text-ink-3">{thread.file}: what this was said of is gone</span>
        ) : (
          <button
            type="button"
            onClick={onGo}
            className="min-w-0 truncate rounded-tag text-12 font-medium hover:underline"
          >
            {where}
          </button>
        )}
        {changed && where !== undefined && <Tag>changed since</Tag>}
        {resolved && <Tag look="on">{resolved.by ? `Resolved by ${resolved.by}` : 'Resolved'}</Tag>}
        <span className="flex-1" />
        {you.mayComment && (
          <IconButton
            icon={resolved ? RotateCcw : Check}
            size="compact"
            label={resolved ? 'Open again' : 'Resolve'}
            onClick={() => run(() => send(`threads/${id}`, 'PATCH', { resolved: !resolved }))}
          />
        )}
      </div>
      <FieldNote id={`thread-${id}-note`} error={problem} />
      {(where === undefined || changed) && quote.trim() !== '' && (
        <pre className="code-12 max-h-24 overflow-auto rounded-control bg-chrome px-2.5 py-1.5 text-ink-2">{quote}</pre>
      )}
      <ol className="grid gap-2">
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} you={you} people={people} now={now} send={send} />
        ))}
      </ol>
      {you.mayComment && (
        <WriteComment
          draft={`answer ${id}`}
          label={`Answer on ${where ?? thread.file}`}
          hint="Answer"
          verb="Answer"
          people={people}
          onSend={(comment) => send(`threads/${id}`, 'POST', comment)}
        />
      )}
    </li>
  )
}

function Said({
  comment,
  you,
  people,
  now,
  send,
}: {
  comment: ThreadComment
  you: Threads['you']
  people: readonly Named[]
  now: string
  send: Send
}) {
  const [doing, setDoing] = useState<'edit' | 'remove'>()
  const { problem, run } = useAct()
  const own = comment.author?.id === you.id && you.mayComment
  const name = comment.author?.name ?? 'Somebody who left'
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-2.5">
      <Avatar name={name} />
      <div className="min-w-0">
        <div className="flex min-h-[22px] items-center gap-2 text-12">
          <span className="font-medium">{name}</span>
          <span className="text-ink-3">
            <TimeAgo time={comment.createdAt} now={now} />
            {comment.editedAt && ', edited'}
          </span>
          <span className="flex-1" />
          {own && <IconButton icon={Pencil} size="compact" label="Edit the comment" onClick={() => setDoing('edit')} />}
          {(own || you.mayRemove) && (
            <IconButton
              icon={Trash2}
              size="compact"
              label={`Remove the comment of ${name}`}
              onClick={() => setDoing('remove')}
            />
          )}
        </div>
        {doing === 'remove' && (
          <p className="flex flex-wrap items-center gap-2 pb-1 text-12 text-ink-2">
            Removed for everybody, for good.
            <Button size="compact" autoFocus onClick={() => setDoing(undefined)}>
              Keep
            </Button>
            <Button size="compact" look="danger" onClick={() => run(() => send(`comments/${comment.id}`, 'DELETE'))}>
              Remove
            </Button>
          </p>
        )}
        <FieldNote id={`comment-${comment.id}-note`} error={problem} />
        {doing === 'edit' ? (
          <WriteComment
            draft={`edit ${comment.id}`}
            label="Edit the comment"
            verb="Keep"
            start={comment.text}
            people={people}
            onCancel={() => setDoing(undefined)}
            onSend={async (changed) => {
              await send(`comments/${comment.id}`, 'PATCH', changed)
              setDoing(undefined)
            }}
          />
        ) : (
          <p className="select-text whitespace-pre-wrap break-words">{comment.text}</p>
        )}
      </div>
    </li>
  )
}

/** Does something at once, and says in a sentence where it did not work. */
function useAct() {
  const [problem, setProblem] = useState<string>()
  function run(act: () => Promise<unknown>) {
    act().then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    )
  }
  return { problem, run }
}
