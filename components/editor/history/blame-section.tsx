import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useUiStore } from '../store/ui-state'
import { clockText } from './clock-text'
import type { ComparedSide } from './fetch-history'
import type { Chosen } from './use-chosen'

/** Who changed something, above the versions. */
export function BlameSection({ title, children }: { title: string; children: ReactNode }) {
  const ui = useUiStore()
  return (
    <section
      aria-label={title}
      className="max-h-[40%] shrink-0 overflow-y-auto border-b border-line bg-chrome px-(--pad) py-2"
    >
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 truncate font-semibold">{title}</h3>
        <span className="flex-1" />
        <Button size="compact" look="ghost" onClick={() => ui.set({ history: undefined })}>
          Close
        </Button>
      </div>
      {children}
    </section>
  )
}

/** A version that changed it, by whom and when; leads there. */
export function BlamedVersion({
  revision,
  onChoose,
  children,
}: {
  revision: ComparedSide
  onChoose: (part: Partial<Chosen>) => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={() => onChoose({ to: revision.id, from: undefined })}
      className="quick flex min-h-7 w-full flex-wrap content-center items-baseline gap-x-2 text-left hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-sm:min-h-11"
    >
      <span className="font-medium">{revision.author ?? 'Somebody who left'}</span>
      <time dateTime={revision.time} className="text-12 text-ink-3">
        {clockText(revision.time)}
      </time>
      <span className="min-w-0 break-words text-ink-2">{children}</span>
    </button>
  )
}
