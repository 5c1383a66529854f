import type { DocumentType, Finding } from './document'
import { manifestPath, textOf, type Files } from './files'
import { memoByText } from './memo'
import { checkDocument } from './rules/document'
import { decodedFiles, viewOf } from './rules/plugin-view'
import { packageRules } from './rules/package-rules'
import { lineColumn } from './yaml/locate'

/**
 * Everything that Dify's gates, its marketplace or we have against a plugin, in the order of its files. `files` are those that
 * would be packed. Unchanged documents cost nothing: their findings are remembered by text.
 */
export function checkPlugin(files: Files): Finding[] {
  const view = viewOf(files, (text, type, path, minimum) => documentFindings(text, { type, path, minimum }))
  const findings = [...view.documentFindings, ...packageRules.flatMap((rule) => rule(view))]
  return inOrder(findings, [...new Set([manifestPath, ...view.documents.map(({ path }) => path)])])
}

/**
 * Where a finding stands, counted from 1, and its path as a JSON pointer (RFC 6901). One without a range is about its file:
 * line 1, without parsing again.
 */
export function located(finding: Finding, files: Files): { line: number; column: number; pointer: string } {
  const pointer = (finding.path ?? [])
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
  const text = textOf(decodedFiles(files), finding.file)
  const { range } = finding
  return { ...(text === undefined || !range ? { line: 1, column: 1 } : lineColumn(text, range.from)), pointer }
}

interface Key {
  type: DocumentType
  path: string
  minimum: string | undefined
}

const documentFindings = memoByText(
  (text: string, { type, path, minimum }: Key): readonly Finding[] => checkDocument(text, type, path, minimum),
  ({ type, path, minimum }) => JSON.stringify([type.id, path, minimum]),
)

const severities = ['error', 'publish', 'advice'] as const

/** Files in their order of reference, then the others by name; within a file by place, then by weight. One finding said twice is one. */
function inOrder(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const position = new Map(files.map((file, index) => [file, index]))
  const rank = (finding: Finding): number => position.get(finding.file) ?? files.length
  const sorted = [...findings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.range?.from ?? 0) - (b.range?.from ?? 0) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
  const said = new Set<string>()
  return sorted.filter((finding) => {
    const name = JSON.stringify([finding.rule, finding.file, finding.path, finding.range, finding.message])
    return !said.has(name) && said.add(name)
  })
}
