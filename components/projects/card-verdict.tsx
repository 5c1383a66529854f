import { use } from 'react'
import { SeverityGlyph, severityText } from '@/components/ui/severity'
import type { ProjectCardData } from './project-card-data'

/** "2 block install", "1 blocks publishing" or "Ready to publish". */
export function CardVerdict({ verdict }: { verdict: NonNullable<ProjectCardData['verdict']> }) {
  const found = use(verdict)
  if (!found) return null
  const of = found.errors > 0 ? 'error' : found.publish > 0 ? 'publish' : 'fine'
  const count = of === 'error' ? found.errors : found.publish
  return (
    <span className="flex shrink-0 items-center gap-[5px]">
      <SeverityGlyph of={of} size={14} />
      {of === 'fine' ? 'Ready to publish' : severityText(of, count)}
    </span>
  )
}
