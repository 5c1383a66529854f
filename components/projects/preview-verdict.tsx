import { SeverityGlyph, severityText } from '@/components/ui/severity'
import type { PluginPreview } from './plugin-preview'

/** "15 files. Installs as it is, 2 to do before publishing."; while answers are refused, which. */
export function PreviewVerdict({ preview, missing }: { preview: PluginPreview; missing: readonly string[] }) {
  const { paths, errors, publish } = preview
  const verdict =
    errors > 0
      ? `${severityText('error', errors)}.`
      : publish > 0
        ? `Installs as it is, ${publish} to do before publishing.`
        : 'Installs as it is.'
  if (missing.length > 0) {
    return (
      <span role="status" className="flex items-center gap-1.5 text-12 text-ink-2">
        <SeverityGlyph of="error" size={14} />
        {`Mend first: ${missing.join(', ')}.`}
      </span>
    )
  }
  return (
    <span className="flex items-center gap-1.5 text-12 text-ink-2 max-sm:hidden">
      <SeverityGlyph of={errors > 0 ? 'error' : 'fine'} size={14} />
      {paths.length} files. {verdict}
    </span>
  )
}
