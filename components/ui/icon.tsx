import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names'

/** A lucide icon in the look's stroke; decoration, never a sentence. */
export function Icon({
  of: Drawn,
  size = 16,
  className,
}: {
  of: LucideIcon
  size?: 12 | 14 | 16 | 20
  className?: string
}) {
  return <Drawn size={size} strokeWidth={1.5} aria-hidden className={classNames('block shrink-0', className)} />
}
