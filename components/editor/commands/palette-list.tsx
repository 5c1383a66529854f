'use client'

import { Search } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import type { PaletteItem } from './commands'
import { matchesOf, type Match } from './matches'

/** A field and what matches it: arrows choose, Enter takes. */
export function PaletteList({
  items,
  name,
  placeholder,
  onChoose,
}: {
  items: readonly PaletteItem[]
  name: string
  placeholder: string
  onChoose: (item: PaletteItem) => void
}) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const matches = matchesOf(items, words)
  const chosen = Math.min(at, matches.length - 1)

  function choose(index: number) {
    setAt(index)
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }

  function keys(event: KeyboardEvent) {
    // Keys of an input method choose its words, not ours.
    if (event.nativeEvent.isComposing) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const last = matches.length - 1
      const next = chosen + step
      choose(
        Math.abs(step) === 1
          ? (next + matches.length) % Math.max(matches.length, 1)
          : Math.max(0, Math.min(last, next)),
      )
    }
    const match = matches[chosen]
    if (event.key === 'Enter' && match) {
      event.preventDefault()
      onChoose(match.item)
    }
  }

  return (
    <>
      <label className="flex h-11 shrink-0 items-center gap-2.5 border-b border-line px-3.5 text-15">
        <Icon of={Search} className="text-ink-3" />
        <span className="sr-only">{name}</span>
        <input
          // Also where another list stood in this layer before.
          autoFocus
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}list`}
          aria-activedescendant={matches.length > 0 ? `${id}${chosen}` : undefined}
          value={words}
          placeholder={placeholder}
          onChange={(event) => {
            setWords(event.target.value)
            choose(0)
          }}
          onKeyDown={keys}
          className="min-w-0 flex-1 bg-transparent outline-none focus-visible:shadow-none"
        />
      </label>
      <ul ref={list} id={`${id}list`} role="listbox" aria-label={name} className="min-h-0 overflow-y-auto py-1">
        {matches.map((match, index) => (
          <Option
            key={match.item.id}
            id={`${id}${index}`}
            match={match}
            on={index === chosen}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose(match.item)}
          />
        ))}
      </ul>
      {matches.length === 0 && (
        <p role="status" className="px-3.5 pb-3 text-ink-2">
          Nothing is called “{words}”.
        </p>
      )}
    </>
  )
}

function Option({
  id,
  match: { item, parts },
  on,
  onPoint,
  onChoose,
}: {
  id: string
  match: Match
  on: boolean
  onPoint: () => void
  onChoose: () => void
}) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={on}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={classNames(
        'relative flex min-h-8 cursor-default items-center gap-2.5 px-3.5 py-1 max-sm:min-h-11',
        on &&
          "bg-hover before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent before:content-['']",
      )}
    >
      <Icon of={item.icon} className="text-ink-3" />
      <span className="min-w-0 truncate">
        {parts.map(({ text, found }, index) =>
          found ? (
            <b key={index} className="font-semibold text-accent-ink">
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </span>
      {item.detail && <span className="ml-auto shrink-0 truncate text-12 text-ink-3">{item.detail}</span>}
      {item.keys && <Kbd keys={item.keys} className="ml-auto" />}
    </li>
  )
}
