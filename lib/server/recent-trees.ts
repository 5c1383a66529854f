import 'server-only'
import type { Tree } from './tree'

/** Trees read or written lately, by revision: a revision never changes. So many files of them are remembered. */
const MOST_FILES = 100_000
const recent = new Map<string, { projectId: string; tree: Tree }>()
let files = 0

/** The tree of a revision, where this process knows it; only for who names its project too. */
export function recallTree(projectId: string, revisionId: string): Tree | undefined {
  const kept = recent.get(revisionId)
  if (kept?.projectId !== projectId) return undefined
  recent.delete(revisionId)
  recent.set(revisionId, kept)
  return kept.tree
}

export function rememberTree(projectId: string, revisionId: string, tree: Tree): void {
  if (recent.has(revisionId)) return
  recent.set(revisionId, { projectId, tree })
  files += tree.size
  for (const [oldest, old] of recent) {
    if (files <= MOST_FILES || oldest === revisionId) return
    recent.delete(oldest)
    files -= old.tree.size
  }
}
