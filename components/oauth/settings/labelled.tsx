import type { ReactNode } from 'react'
import { FieldNote } from '@/components/ui/field-note'

/** A label above its field, and below it what is wrong with it, else why it is asked. The note goes by the id `{id}-note`. */
export function Labelled({
  id,
  label,
  why,
  error,
  action,
  children,
}: {
  id: string
  label: string
  why?: ReactNode
  error?: string
  /** At the right of the label. */
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="min-w-0">
      <div className="mb-1 flex items-center gap-2">
        <label id={`${id}-label`} htmlFor={id} className="text-12 text-ink-2">
          {label}
        </label>
        {action && <span className="ml-auto text-12">{action}</span>}
      </div>
      {children}
      <FieldNote id={`${id}-note`} error={error}>
        {why}
      </FieldNote>
    </div>
  )
}
