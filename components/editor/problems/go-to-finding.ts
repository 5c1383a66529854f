import type { Finding, Severity } from '@/lib/plugin/document'
import { textOf } from '@/lib/plugin/files'
import { lineColumn, rangeOf } from '@/lib/plugin/yaml/locate'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { showLine } from '../store/show-line'
import type { Store } from '../store/store'
import type { UiStore } from '../store/ui-state'

/** Opens the place of a finding and gives it the focus: its field where it has one, else its line of the file. */
export function goToFinding(store: Store, ui: UiStore, finding: Finding): void {
  const { files } = store.get()
  const text = textOf(files, finding.file)
  if (!files.has(finding.file)) return
  // Python and text files have lines only, a document has fields.
  const field = finding.path && finding.path.length > 0 && text !== undefined
  ui.set({ view: undefined, ...(field ? { pane: 'form' } : { pane: 'file', fileFolded: false, inDify: false }) })
  store.open(finding.file, field ? finding.path : undefined, 'keys')
  const line = lineOfFinding(finding, text)
  if (!field && line !== undefined) showLine(store, finding.file, line)
}

/** The line that a finding is about in this text of its file. */
export function lineOfFinding({ file, path, range }: Finding, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const place = range ?? (path && /\.ya?ml$/.test(file) ? rangeOf(parseYaml(text), path) : undefined)
  return place && lineColumn(text, place.from).line
}

/** What one finding is recognised by when the files are checked again. */
export function nameOfFinding({ rule, file, path, range, message }: Finding): string {
  return `${rule} ${file} ${JSON.stringify(path ?? range ?? '')} ${message}`
}

export const severities: readonly Severity[] = ['error', 'publish', 'advice']

/** In the order in which the problems are listed: by severity, and within one by file. */
export function listedFindings(findings: readonly Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}
