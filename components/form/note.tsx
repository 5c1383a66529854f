'use client'

import { FieldNote } from '@/components/ui/field-note'
import { SeverityGlyph } from '@/components/ui/severity'
import type { Finding } from '@/lib/plugin/document'
import { classNames } from '@/components/ui/class-names'
import { useFindings, useSource } from './source-context'
import { WithCode } from './with-code'
import type { WidgetProps } from './widget-props'

const withFiles = 'Its files keep theirs; Rename in the outline (F2) takes them along.'

const colors = { error: 'text-error', publish: 'text-publish', advice: 'text-advice' }

/** Below a field: what is wrong with what is typed, else what the check found, else the help. */
export function Note({
  node,
  path,
  noteId,
  problem,
  inside = false,
  help = true,
}: Pick<WidgetProps, 'node' | 'path' | 'noteId'> & { problem?: string; inside?: boolean; help?: boolean }) {
  const findings = useFindings(path, inside)
  const isName = useSource().nameAt === path.join('.')
  if (problem || findings.length === 0) {
    return (
      <FieldNote id={noteId} error={problem}>
        {help && (isName ? `${node.description} ${withFiles}` : node.description)}
      </FieldNote>
    )
  }
  return (
    <div id={noteId} aria-live="polite" className="mt-1 grid gap-1">
      {findings.map((finding, index) => (
        <FindingLine key={`${finding.rule}${index}`} finding={finding} />
      ))}
    </div>
  )
}

function FindingLine({ finding }: { finding: Finding }) {
  return (
    <p className={classNames('flex gap-1.5 text-12', colors[finding.severity])}>
      <SeverityGlyph of={finding.severity} size={14} className="mt-px" />
      <span>
        <WithCode text={finding.message} />
      </span>
    </p>
  )
}

/** True when Dify would not take the value, or it has none yet. */
export function useInvalid(path: WidgetProps['path'], problem?: string, inside = false): boolean {
  const findings = useFindings(path, inside)
  return problem !== undefined || findings.some((finding) => finding.severity === 'error')
}
