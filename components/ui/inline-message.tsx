import { Eye, Info, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { Severity } from './severity'

const looks = {
  error: { icon: OctagonX, box: 'border-error bg-error-soft', glyph: 'text-error' },
  publish: { icon: TriangleAlert, box: 'border-publish bg-publish-soft', glyph: 'text-publish' },
  advice: { icon: Info, box: 'border-advice bg-advice-soft', glyph: 'text-advice' },
  look: { icon: Eye, box: 'border-advice bg-advice-soft', glyph: 'text-advice' },
}

/** At the top of the pane it concerns: what, then why, and what to do. An error interrupts a screen reader. */
export function InlineMessage({
  kind,
  title,
  children,
  action,
  className,
}: {
  kind: Severity | 'look'
  title: string
  children?: ReactNode
  action?: ReactNode
  className?: string
}) {
  const look = looks[kind]
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={classNames(
        'grid grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-2.5 border-l-2 px-3 py-2.5 max-sm:grid-cols-[16px_minmax(0,1fr)]',
        look.box,
        className,
      )}
    >
      <Icon of={look.icon} className={classNames('mt-0.5', look.glyph)} />
      <div className="min-w-0 break-words">
        <span className="font-medium">{title}</span> {children && <span className="text-ink-2">{children}</span>}
      </div>
      {action && <div className="max-sm:col-start-2">{action}</div>}
    </div>
  )
}
