import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'

/** What keeps a plugin from being installed, started or listed. `files` are those that would be packed. */
export function findErrors(problems: readonly Finding[], _files: Files): Finding[] {
  return problems.filter(({ severity }) => severity === 'error')
}

/** One finding as a line for people. */
export function findingText(finding: Finding): string {
  return `${finding.file ? `${finding.file}: ` : ''}${finding.message}`
}
