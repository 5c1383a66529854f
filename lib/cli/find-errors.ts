import { checkPlugin, located } from '@/lib/plugin/check'
import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'

/** What keeps a plugin from being installed, started or listed. `files` are those that would be packed. */
export function findErrors(problems: readonly Finding[], files: Files | undefined): Finding[] {
  const findings = files ? [...problems, ...checkPlugin(files)] : problems
  return findings.filter(({ severity }) => severity === 'error')
}

/** One finding as a line for people: `tools/echo.yaml:3:5: Put the …`. */
export function findingText(finding: Finding, files?: Files): string {
  if (!finding.file) return finding.message
  if (!files?.has(finding.file)) return `${finding.file}: ${finding.message}`
  const { line, column } = located(finding, files)
  return `${finding.file}:${line}:${column}: ${finding.message}`
}
