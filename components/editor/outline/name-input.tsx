'use client'

import { useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'

/** A name typed in place of a row: Enter keeps it, Escape and leaving drop it; a refusal stands below. */
export function NameInput({
  label,
  start,
  hint,
  className,
  inTree = false,
  paste,
  onPaste,
  onKeep,
  onDrop,
}: {
  label: string
  start: string
  /** What else a new name does. */
  hint?: string
  className?: string
  /** It stands in place of a row of a tree. */
  inTree?: boolean
  /** From what it may begin instead of a name: "a request"; `onPaste` gets "" by the button, and says whether it takes what was pasted. */
  paste?: string
  onPaste?: (text: string) => boolean
  onKeep: (name: string) => string | undefined
  /** `byKey`: the person stays here; else they have gone elsewhere. */
  onDrop: (byKey: boolean) => void
}) {
  const [name, setName] = useState(start)
  const [problem, setProblem] = useState<string>()
  const hintId = useId()
  function keep() {
    const wanted = name.trim()
    if (wanted === '' || wanted === start) return onDrop(true)
    const refusal = onKeep(wanted)
    setProblem(refusal)
  }
  return (
    <div
      role={inTree ? 'treeitem' : undefined}
      aria-selected={inTree ? false : undefined}
      className={classNames('px-1.5 py-0.5', className)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onDrop(false)
      }}
    >
      <input
        // The person asked for this field just now.
        autoFocus
        data-own-undo
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={hint ? hintId : undefined}
        value={name}
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => event.target.setSelectionRange(0, stemLength(start))}
        onChange={(event) => {
          setName(event.target.value)
          setProblem(undefined)
        }}
        onKeyDown={(event) => {
          // Enter and Escape of an input method are its own.
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') keep()
          if (event.key === 'Escape') {
            event.stopPropagation()
            onDrop(true)
          }
        }}
        onPaste={(event) => {
          if (onPaste?.(event.clipboardData.getData('text'))) event.preventDefault()
        }}
        className="code-text h-6 w-full rounded-control border border-accent bg-surface px-1.5 text-ink shadow-[0_0_0_1px_var(--accent)] outline-none focus-visible:shadow-[0_0_0_1px_var(--accent)] aria-invalid:border-error"
      />
      {paste && onPaste && (
        <button
          type="button"
          // The field keeps the focus, leaving it would end the task.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPaste('')}
          className="quick mt-0.5 flex h-6 w-full items-center rounded-control px-1 text-12 text-accent hover:bg-hover"
        >
          From {paste}…
        </button>
      )}
      {hint && !problem && (
        <p id={hintId} className="px-1 pt-1 text-12 text-ink-3">
          {hint}
        </p>
      )}
      {problem && (
        <p role="alert" className="px-1 pt-1 text-12 text-error">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A file name is chosen without its ending. */
function stemLength(name: string): number {
  const dot = name.lastIndexOf('.')
  return dot > name.lastIndexOf('/') + 1 ? dot : name.length
}
