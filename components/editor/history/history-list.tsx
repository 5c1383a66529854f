'use client'

import { ChevronDown, ChevronRight, Download, RotateCcw, Tag } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Skeleton } from '@/components/ui/skeleton'
import { useLater } from '@/components/ui/use-later'
import { clockText } from './clock-text'
import type { HistoryGroup } from './fetch-history'
import type { Chosen } from './use-chosen'

interface ListProps {
  groups: readonly HistoryGroup[]
  loading: boolean
  chosen: Chosen | undefined
  onChoose: (part: Partial<Chosen>) => void
  more?: { busy: boolean; load: () => void }
}

/** The groups of the history, newest first; arrows move, Enter chooses. */
export function HistoryList({ groups, loading, chosen, onChoose, more }: ListProps) {
  const showsLoading = useLater(loading, 300)
  return (
    <nav
      aria-label="Versions"
      aria-busy={loading}
      onKeyDown={moveFocus}
      className="w-[340px] shrink-0 overflow-y-auto border-r border-line pb-6 max-lg:w-[280px] max-md:max-h-[45%] max-md:w-full max-md:border-b max-md:border-r-0"
    >
      {showsLoading && <Rows />}
      <ul>
        {groups.map((group) => (
          <Group key={group.revisions.at(-1)?.id} group={group} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
      {more && (
        <Button look="ghost" className="mx-4 mt-2" busy={more.busy && 'Loading'} onClick={more.load}>
          Older versions
        </Button>
      )}
      {!more && groups.length === 1 && groups[0]?.revisions.length === 1 && (
        <p className="px-4 py-3 text-ink-2">This is the first version. Every change that is saved adds one.</p>
      )}
    </nav>
  )
}

function Group({ group, chosen, onChoose }: { group: HistoryGroup } & Pick<ListProps, 'chosen' | 'onChoose'>) {
  const [open, setOpen] = useState(false)
  const [newest] = group.revisions
  if (!newest) return null
  const { restored } = newest
  const on = chosen?.to === newest.id && (chosen.from ?? group.from) === group.from
  return (
    <li className="border-b border-line">
      <button
        type="button"
        data-version
        aria-current={on || undefined}
        onClick={() => onChoose({ from: group.from, to: newest.id })}
        className={rowStyle(on)}
      >
        <span className="flex w-full items-center gap-2">
          <Avatar name={group.author ?? '?'} className="size-4 text-[8px]" />
          <span className="truncate font-medium">{group.author ?? 'Somebody who left'}</span>
          <time dateTime={newest.time} className="ml-auto shrink-0 text-12 text-ink-3">
            {clockText(newest.time)}
          </time>
        </span>
        {newest.name !== undefined && <Sign icon={Tag} text={newest.name} strong />}
        {restored && (
          <Sign
            icon={RotateCcw}
            text={`Restored ${restored.path ?? 'the version'} of ${restored.time === undefined ? 'before' : clockText(restored.time)}`}
          />
        )}
        {group.words.map((words) => (
          <span key={words} className="block w-full break-words text-12 text-ink-2">
            <Marked text={words} />
          </span>
        ))}
        {group.more > 0 && <span className="text-12 text-ink-3">and {group.more} more</span>}
        {group.packages.map(({ sha256, time, by, fileName }) => (
          <Sign
            key={`${sha256} ${time}`}
            icon={Download}
            text={`${fileName} downloaded ${clockText(time)}${by === undefined ? '' : ` by ${by}`}`}
          />
        ))}
      </button>
      {group.revisions.length > 1 && (
        <>
          <button
            type="button"
            data-version
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="quick flex h-7 w-full items-center gap-1 px-4 text-12 text-ink-3 hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-sm:h-11"
          >
            <Icon of={open ? ChevronDown : ChevronRight} size={14} />
            {group.revisions.length} saves
          </button>
          {open && (
            <ul>
              {group.revisions.map((revision, index) => {
                const from = group.revisions[index + 1]?.id ?? group.from
                const current = chosen?.to === revision.id && chosen.from === from
                return (
                  <li key={revision.id}>
                    <button
                      type="button"
                      data-version
                      aria-current={current || undefined}
                      onClick={() => onChoose({ from, to: revision.id })}
                      className={classNames(rowStyle(current), 'min-h-7 py-1 pl-9 max-sm:min-h-11')}
                    >
                      <time dateTime={revision.time} className="text-12">
                        {clockText(revision.time)}:{String(new Date(revision.time).getSeconds()).padStart(2, '0')}
                      </time>
                    </button>
                  </li>
                )
              })}
            </ul>
          )}
        </>
      )}
    </li>
  )
}

function rowStyle(on: boolean): string {
  return classNames(
    'quick relative flex w-full flex-col items-start gap-0.5 px-4 py-2 text-left hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]',
    on &&
      "bg-accent-soft hover:bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent before:content-['']",
  )
}

function Sign({ icon, text, strong = false }: { icon: typeof Tag; text: string; strong?: boolean }) {
  return (
    <span
      className={classNames(
        'flex w-full min-w-0 items-start gap-1.5 text-12',
        strong ? 'font-medium text-accent-ink' : 'text-ink-3',
      )}
    >
      <Icon of={icon} size={14} className="mt-px shrink-0" />
      <span className="min-w-0 break-words">{text}</span>
    </span>
  )
}

/** Words between backticks stand in the file. */
export function Marked({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-version]')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const next = rows[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function Rows() {
  return (
    <div aria-hidden className="grid gap-6 px-4 py-4">
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className="grid gap-2">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-5/6" />
        </div>
      ))}
    </div>
  )
}
