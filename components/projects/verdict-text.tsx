import { SeverityGlyph, severityText } from '@/components/ui/severity'

/** Whether the plugin installs, in a glyph and words: the gravest trouble only. */
export function VerdictText({ errors, publish }: { errors: number; publish: number }) {
  const of = errors > 0 ? 'error' : publish > 0 ? 'publish' : 'fine'
  const text =
    errors > 0 ? severityText('error', errors) : publish > 0 ? severityText('publish', publish) : 'Ready to publish'
  const color = { error: 'text-error', publish: 'text-publish', fine: 'text-accent' }[of]
  return (
    <span className={`inline-flex items-center gap-[5px] ${color}`}>
      <SeverityGlyph of={of} size={14} />
      {text}
    </span>
  )
}
