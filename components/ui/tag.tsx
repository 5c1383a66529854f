import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { Severity } from './severity'

const looks = {
  fill: 'bg-hover text-ink-2',
  line: 'text-ink-2 shadow-[inset_0_0_0_1px_var(--line-strong)]',
  on: 'bg-accent-soft text-accent-ink',
  error: 'bg-error-soft text-error',
  publish: 'bg-publish-soft text-publish',
  advice: 'bg-advice-soft text-advice',
}

/** A short word, 20 px high; with `onRemove` it gets an x that `removeLabel` names. */
export function Tag({
  look = 'fill',
  mono,
  onRemove,
  removeLabel,
  children,
  className,
}: {
  look?: 'fill' | 'line' | 'on' | Severity
  mono?: boolean
  onRemove?: () => void
  removeLabel?: string
  children: ReactNode
  className?: string
}) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-tag px-1.5 text-12',
        mono && 'font-mono text-[11.5px]',
        looks[look],
        className,
      )}
    >
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel ?? 'Remove'}
          onClick={onRemove}
          className="-mr-1 grid size-4 place-items-center rounded-tag hover:bg-press"
        >
          <Icon of={X} size={12} />
        </button>
      )}
    </span>
  )
}
