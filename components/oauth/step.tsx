import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

export interface StepProps {
  title: string
  /** What stands at the right of the title: the paragraph of the standard, a time, a word. */
  aside?: ReactNode
  /** Whether the flow has come so far; the wire through all steps is live up to here. */
  reached?: boolean
  /** The first of all: the wire begins at its dot. */
  first?: boolean
  children: ReactNode
  /** Buttons at the lower edge. */
  footer?: ReactNode
  className?: string
}

/**
 * One step of the flow: a column on a wide screen, a block on a narrow one. The wire runs through the heads of all steps, drawn as far
 * as the flow has come and dashed from there.
 */
export function Step({ title, aside, reached = false, first = false, children, footer, className }: StepProps) {
  return (
    <section
      aria-label={title}
      className={classNames(
        'flex min-h-0 min-w-0 flex-col border-line max-xl:border-b xl:border-l xl:first:border-l-0',
        className,
      )}
    >
      <header className="relative flex h-17 shrink-0 items-end gap-2 border-b border-line px-4 pb-2.5">
        <span
          aria-hidden
          className={classNames(
            'absolute top-[21px] right-0 z-1 h-0.5',
            first ? 'left-[21px]' : 'left-0',
            reached
              ? 'bg-accent xl:-right-px'
              : 'bg-[repeating-linear-gradient(90deg,var(--line-strong)_0_4px,transparent_4px_8px)]',
          )}
        />
        <span
          aria-hidden
          className={classNames(
            'absolute top-4 left-4 z-2 size-3 rounded-round shadow-[0_0_0_3px_var(--surface)]',
            reached ? 'bg-accent' : 'border-2 border-control bg-surface',
          )}
        />
        <h2 className="font-semibold whitespace-nowrap">{title}</h2>
        {aside !== undefined && <span className="ml-auto truncate text-12 text-ink-3">{aside}</span>}
      </header>
      <div className="min-h-0 flex-1 xl:overflow-y-auto">{children}</div>
      {footer && (
        <footer className="flex min-h-12 shrink-0 flex-wrap items-center gap-1.5 border-t border-line px-4 py-2">
          {footer}
        </footer>
      )}
    </section>
  )
}
