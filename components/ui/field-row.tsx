import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A label column of 112 px and its field; above each other on a phone. */
export function FieldRow({
  label,
  htmlFor,
  children,
  className,
}: {
  label: ReactNode
  htmlFor?: string
  children: ReactNode
  className?: string
}) {
  const Label = htmlFor ? 'label' : 'span'
  return (
    <div
      className={classNames(
        'grid grid-cols-[112px_minmax(0,1fr)] items-start gap-3 max-sm:grid-cols-1 max-sm:gap-1',
        className,
      )}
    >
      <Label htmlFor={htmlFor} className="pt-1 text-ink-2">
        {label}
      </Label>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
