import 'server-only'
import { checkPlugin } from '@/lib/plugin/check'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { loadProject } from './projects'
import { queued } from './queue'

/** How much stands against a plugin. */
export interface Verdict {
  errors: number
  publish: number
}

/** A revision never changes; what the rules say of it does with each release, so it is remembered here and not in the database. */
const known = new Map<string, Promise<Verdict | undefined>>()
const MOST = 2000

/** What the check says of a project as it is at this revision; undefined where it is gone. One is checked after the other. */
export function verdictOf(projectId: string, revision: string): Promise<Verdict | undefined> {
  const before = known.get(revision)
  if (before) return before
  const verdict = queued('verdicts', () => judge(projectId, revision))
  known.set(revision, verdict)
  verdict.catch(() => known.delete(revision))
  for (const [oldest] of known) {
    if (known.size <= MOST) break
    known.delete(oldest)
  }
  return verdict
}

async function judge(projectId: string, revision: string): Promise<Verdict | undefined> {
  const loaded = await loadProject(projectId, 'view', revision)
  if (!loaded) return undefined
  const findings = checkPlugin(packedFiles(loaded.files))
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), publish: count('publish') }
}
