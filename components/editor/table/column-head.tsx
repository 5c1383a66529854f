import { ArrowDown, ArrowUp } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'

/** The column that rows are sorted by. */
export interface Sort {
  column: number
  by: 'ascending' | 'descending'
}

/** The head of a column sorts by it: up, down, and back to the order of the files. */
export function ColumnHead({
  title,
  right,
  sorted,
  onSort,
}: {
  title: string
  right: boolean
  sorted: Sort['by'] | undefined
  onSort: () => void
}) {
  return (
    <div
      role="columnheader"
      aria-sort={sorted ?? 'none'}
      className="min-w-0 border-l border-line first:sticky first:left-0 first:z-1 first:border-l-0 first:bg-surface first:pl-3.5"
    >
      <button
        type="button"
        tabIndex={-1}
        title={title}
        onClick={onSort}
        className={classNames(
          'quick flex h-8 w-full items-center gap-1 px-2.5 text-12 text-ink-3 hover:text-ink',
          right && 'justify-end',
        )}
      >
        <span className="truncate">{title}</span>
        {sorted && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} size={14} />}
      </button>
    </div>
  )
}
