import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A part of a page of settings: its title, one sentence on it, what can be done at its right, and the rest below. */
export function PageSection({
  id,
  title,
  note,
  action,
  children,
  className,
}: {
  id: string
  title: ReactNode
  note?: ReactNode
  action?: ReactNode
  children?: ReactNode
  className?: string
}) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      className={classNames('border-b border-line py-6 last:border-b-0', className)}
    >
      <div className="mb-3 flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={`${id}-title`} className="text-15 font-semibold">
            {title}
          </h2>
          {note && <p className="mt-0.5 max-w-[64ch] text-ink-2">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
