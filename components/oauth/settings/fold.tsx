'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'

/** What few people need, folded away. `count` says how much of it is filled in; `mustOpen` shows trouble within. */
export function Fold({
  title,
  count = 0,
  mustOpen = false,
  children,
}: {
  title: string
  count?: number
  mustOpen?: boolean
  children: ReactNode
}) {
  const id = useId()
  const [wanted, setWanted] = useState(false)
  const open = wanted || mustOpen
  return (
    <div className="border-t border-line">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setWanted(!open)}
          className="quick flex h-9 w-full items-center gap-1.5 px-4 text-left font-medium hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
        >
          <Icon
            of={ChevronRight}
            size={14}
            className={classNames('text-ink-3 transition-transform duration-(--t-quick)', open && 'rotate-90')}
          />
          {title}
          {count > 0 && <span className="font-normal text-ink-3">{count}</span>}
        </button>
      </h3>
      <div id={id} hidden={!open} className="grid gap-3 px-4 pt-1 pb-4">
        {children}
      </div>
    </div>
  )
}
