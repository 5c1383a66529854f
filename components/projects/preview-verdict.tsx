import { SeverityGlyph, severityText } from '@/components/ui/severity'
import type { PluginPreview } from './plugin-preview'

/** "15 files. Installs as it is, 2 to do before publishing." */
export function PreviewVerdict({ preview }: { preview: PluginPreview }) {
  const { paths, errors, publish } = preview
  const verdict =
    errors > 0
      ? `${severityText('error', errors)}.`
      : publish > 0
        ? `Installs as it is, ${publish} to do before publishing.`
        : 'Installs as it is.'
  return (
    <span className="flex items-center gap-1.5 text-12 text-ink-2 max-sm:hidden">
      <SeverityGlyph of={errors > 0 ? 'error' : 'fine'} size={14} />
      {paths.length} files. {verdict}
    </span>
  )
}
