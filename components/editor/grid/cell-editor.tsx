'use client'

import { useEffect, useRef, useState } from 'react'

/** Types into one cell: Enter and Tab keep it and go on, Escape leaves it as it was, Shift and Enter break the line. */
export function CellEditor({
  name,
  start,
  onDone,
}: {
  name: string
  start: string
  onDone: (text: string | undefined, next?: { row: number; column: number }) => void
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
    onDone(kept, next)
  }

  return (
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
      className="absolute inset-x-0 top-0 z-(--z-popover) resize-none bg-raised px-2.5 py-1.5 text-13 shadow-lift outline-2 outline-accent"
    />
  )
}
