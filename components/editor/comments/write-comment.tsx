'use client'

import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { FieldNote } from '@/components/ui/field-note'
import { TextArea } from '@/components/ui/text-area'
import { useDraft } from './drafts'
import { mentionsIn, openMention, type Named } from './threads'

/** A comment being written; @ names people. What was not sent stays in the field, also when that comes back. */
export function WriteComment({
  draft,
  label,
  hint = label,
  verb,
  start = '',
  people,
  onDraft,
  onSend,
  onCancel,
}: {
  /** Names what is written in this project, until it is sent or discarded. */
  draft: string
  label: string
  /** What stands in the empty field. */
  hint?: string
  /** What the button says: "Comment". */
  verb: string
  start?: string
  people: readonly Named[]
  /** Whether something is being written. */
  onDraft?: (writes: boolean) => void
  onSend: (comment: { text: string; mentions: string[] }) => Promise<unknown>
  onCancel?: () => void
}) {
  const note = useId()
  const [text, setText] = useDraft(draft, start)
  const newest = useRef(text)
  useEffect(() => {
    newest.current = text
  }, [text])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  function write(next: string) {
    setText(next)
    onDraft?.(next.trim() !== '')
  }
  const discard =
    onCancel &&
    (() => {
      write(start)
      onCancel()
    })
  const typed = openMention(text)
  const offered =
    typed === undefined
      ? []
      : people.filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()) && name !== typed).slice(0, 5)

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (busy) return
    if (text.trim() === '') return setProblem('Write what you have to say.')
    setBusy(true)
    setProblem(undefined)
    try {
      await onSend({ text, mentions: mentionsIn(text, people) })
      // what was typed on meanwhile is not sent yet
      if (newest.current === text) write(start)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-1.5">
      <TextArea
        aria-label={label}
        aria-describedby={problem && note}
        aria-invalid={problem !== undefined}
        placeholder={hint}
        value={text}
        least={1}
        maxLength={10_000}
        data-own-undo
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send()
          else if (event.key === 'Escape' && discard) discard()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {offered.length > 0 && (
        <ul aria-label="People to name" className="flex flex-wrap gap-1">
          {offered.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => write(`${text.slice(0, text.length - (typed?.length ?? 0))}${name} `)}
                className="quick flex h-7 items-center gap-1.5 rounded-control border border-line px-1.5 text-12 hover:bg-hover"
              >
                <Avatar name={name} className="size-4 text-[8px]" />
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FieldNote id={note} error={problem} />
      <span className="flex justify-end gap-1.5">
        {discard && (
          <Button size="compact" look="ghost" onClick={discard}>
            Cancel
          </Button>
        )}
        <Button size="compact" type="submit" look={text.trim() === '' ? undefined : 'primary'} busy={busy && 'Sending'}>
          {verb}
        </Button>
      </span>
    </form>
  )
}
