import type { Severity } from '@/components/ui/severity'
import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'
import { pythonsOf } from '@/lib/plugin/follow-python'
import { documentsOf } from '@/lib/plugin/references'

export type SeverityCounts = Partial<Record<Severity, number>>

/** What is wrong with a document's Python counts where the document stands. */
export function severityCounts(findings: readonly Finding[], files: Files): ReadonlyMap<string, SeverityCounts> {
  const counts = new Map<string, SeverityCounts>()
  if (findings.length === 0) return counts
  const documents = new Map(
    [...documentsOf(files).keys()].flatMap((file) => pythonsOf(files, file).map((python) => [python, file] as const)),
  )
  for (const finding of findings) {
    const { severity } = finding
    const file = documents.get(finding.file) ?? finding.file
    const own = counts.get(file) ?? {}
    counts.set(file, { ...own, [severity]: (own[severity] ?? 0) + 1 })
  }
  return counts
}
