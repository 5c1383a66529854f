import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** One title, one sentence, one button, at the left. `level` is the heading's. */
export function EmptyState({
  title,
  children,
  action,
  level: Level = 'h2',
  className,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
  level?: 'h1' | 'h2' | 'h3'
  className?: string
}) {
  return (
    <div className={classNames('max-w-[46ch]', className)}>
      <Level className="mb-0.5 font-semibold">{title}</Level>
      <p className="text-ink-2">{children}</p>
      {action && <div className="mt-2.5">{action}</div>}
    </div>
  )
}
