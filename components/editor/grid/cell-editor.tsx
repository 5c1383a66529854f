'use client'

import { useEffect, useRef, useState } from 'react'

/** A word that may stand in the cell. */
export interface CellWord {
  readonly word: string
  readonly title: string
}

/**
 * Types into one cell: Enter and Tab keep it and go on, Escape leaves it as it was, Shift and Enter break the line. The words that the
 * cell knows stand below; of a list each is put in or taken out.
 */
export function CellEditor({
  name,
  start,
  words = [],
  several = false,
  onDone,
}: {
  name: string
  start: string
  words?: readonly CellWord[]
  several?: boolean
  /** False where the text was refused: then it stays. */
  onDone: (text: string | undefined, next?: { row: number; column: number }) => boolean
}) {
  const [text, setText] = useState(start)
  const field = useRef<HTMLTextAreaElement>(null)
  const left = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(start.length, start.length)
  }, [start])

  /** Once: the focus that goes back to the grid is no second answer, or Escape would keep the text after all. */
  function leave(kept: string | undefined, next?: { row: number; column: number }) {
    if (left.current) return
    left.current = true
    left.current = onDone(kept, next)
  }

  const chosen = text.split(/[\s,;|]+/).filter((word) => word !== '')
  const known = words.map(({ word }) => word)
  // What is being typed chooses among the words; one that is typed whole leaves them all to choose from.
  const typed = several ? (/[^\s,;|]*$/.exec(text)?.[0] ?? '') : text.trim()
  const begins = ({ word, title }: CellWord) =>
    [word, title].some((each) => each.toLowerCase().includes(typed.toLowerCase()))
  const shown = typed === '' || known.includes(typed) || typed === start ? words : words.filter(begins)

  function take(word: string) {
    if (!several) return leave(word, { row: 0, column: 0 })
    const rest = chosen.filter((each) => (known.includes(each) || each !== typed) && each !== word)
    setText([...rest, ...(chosen.includes(word) ? [] : [word])].join(', '))
    field.current?.focus()
  }

  return (
    <div
      // The cell below would take the press for a choice, and the focus with it.
      onMouseDown={(event) => event.stopPropagation()}
      className="absolute inset-x-0 top-0 z-(--z-popover) min-w-40 bg-raised shadow-lift outline-2 outline-accent"
    >
      <textarea
        ref={field}
        data-own-undo
        aria-label={name}
        value={text}
        rows={Math.min(6, Math.max(1, text.split('\n').length, Math.ceil(text.length / 28)))}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => leave(text)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          const step = event.shiftKey ? -1 : 1
          if (event.key === 'Escape') leave(undefined)
          else if (event.key === 'Enter' && !event.shiftKey) leave(text, { row: 1, column: 0 })
          else if (event.key === 'Tab') leave(text, { row: 0, column: step })
          else return
          event.preventDefault()
        }}
        className="block w-full select-text resize-none bg-transparent px-2.5 py-1.5 text-13 outline-none"
      />
      {shown.length > 0 && (
        <ul className="max-h-64 overflow-auto border-t border-line py-1 text-12">
          {shown.map(({ word, title }) => (
            <li key={word}>
              <button
                type="button"
                tabIndex={-1}
                // The field keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(word)}
                className="flex w-full items-baseline gap-2 px-2.5 py-1 text-left hover:bg-hover"
              >
                {several && (
                  <span aria-hidden className="w-3 text-accent">
                    {chosen.includes(word) ? '✓' : ''}
                  </span>
                )}
                <span className="min-w-0 flex-1">{title}</span>
                {title !== word && <code className="text-ink-3">{word}</code>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
