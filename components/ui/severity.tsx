import { Check, Info, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** The same words as a finding's severity. */
export type Severity = 'error' | 'publish' | 'advice'

const shapes: Record<Severity | 'fine', { icon: LucideIcon; color: string }> = {
  error: { icon: OctagonX, color: 'text-error' },
  publish: { icon: TriangleAlert, color: 'text-publish' },
  advice: { icon: Info, color: 'text-advice' },
  fine: { icon: Check, color: 'text-accent' },
}

/** Shape and colour of a severity; words stand beside it. */
export function SeverityGlyph({
  of,
  size = 16,
  className,
}: {
  of: Severity | 'fine'
  size?: 12 | 14 | 16
  className?: string
}) {
  return <Icon of={shapes[of].icon} size={size} className={classNames(shapes[of].color, className)} />
}

const words: Record<Severity, [string, string]> = {
  error: ['blocks install', 'block install'],
  publish: ['blocks publishing', 'block publishing'],
  advice: ['advice', 'advice'],
}

/** "2 block install": a count in words. */
export function severityText(of: Severity, count: number): string {
  return `${count} ${words[of][count === 1 ? 0 : 1]}`
}

/** A glyph and a number, named in words for those who do not see it. */
export function Badge({ of, count, className }: { of: Severity; count: number; className?: string }) {
  if (count === 0) return null
  return (
    <span className={classNames('inline-flex items-center gap-[3px] text-11 font-medium', shapes[of].color, className)}>
      <SeverityGlyph of={of} size={12} />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{severityText(of, count)}</span>
    </span>
  )
}
