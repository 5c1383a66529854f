import type { Finding } from '../document'

/** What is wrong with an archive; `unsafe` are those for which unpacking is refused, whether Dify minds or not. */
export interface ArchiveProblems {
  problems: Finding[]
  unsafe: Finding[]
}

/** A problem of gate G3, an error, unless said otherwise. Advice has no gates. */
export function archiveProblem(word: string, file: string, message: string, more: Partial<Finding> = {}): Finding {
  return {
    rule: `archive-${word}`,
    severity: 'error',
    gates: more.severity === 'advice' ? [] : ['G3'],
    message,
    file,
    ...more,
  }
}

export function noteUnsafe(into: ArchiveProblems, ...findings: readonly Finding[]): void {
  into.problems.push(...findings)
  into.unsafe.push(...findings)
}

/** The only problem there is, since it keeps everything else from being read. */
export function onlyProblem(finding: Finding): ArchiveProblems {
  return { problems: [finding], unsafe: [finding] }
}

/** Many entries can have the same trouble: the first are enough to know it. */
const mostShown = 20

/** The problems with all beyond the first twenty as one. */
export function shortened({ problems, unsafe }: ArchiveProblems): ArchiveProblems {
  const rest = problems.slice(mostShown)
  if (rest.length === 0) return { problems, unsafe }
  const severity = rest.some((finding) => finding.severity === 'error') ? 'error' : 'advice'
  const message = `Pack the plugin again: the archive has ${rest.length} more troubles like these.`
  return { problems: [...problems.slice(0, mostShown), archiveProblem('more', '', message, { severity })], unsafe }
}
