import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** The line below a field: the error where there is one, else the hint. Nothing where there is neither. `id` is for aria-describedby. */
export function FieldNote({
  id,
  error,
  children,
  className,
}: {
  id: string
  error?: string
  children?: ReactNode
  className?: string
}) {
  if (!error && !children) return null
  return (
    <p
      id={id}
      aria-live="polite"
      className={classNames('mt-1 min-h-4 text-12', error ? 'flex gap-1.5 text-error' : 'text-ink-3', className)}
    >
      {error ? (
        <>
          <Icon of={CircleAlert} size={14} className="mt-px" />
          <span>{error}</span>
        </>
      ) : (
        children
      )}
    </p>
  )
}
