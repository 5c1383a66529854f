/** What decides where a group of revisions ends. */
export interface RevisionMark {
  authorId: string | null
  /** Milliseconds. */
  time: number
  /** Somebody gave it a name. */
  named: boolean
  /** It brought an older version back, or the project began with it. */
  alone: boolean
}

/** How long the hands rest before what follows is another group. */
export const PAUSE_MS = 10 * 60_000

/**
 * Revisions, newest first, as groups of one sitting: of one author, without a pause. A version with a name is the last of its group, and
 * one that restores, or is the first of all, stands alone.
 */
export function groupRevisions<R extends RevisionMark>(revisions: readonly R[], pause = PAUSE_MS): R[][] {
  const groups: R[][] = []
  for (const revision of revisions) {
    const group = groups.at(-1)
    const later = group?.at(-1)
    if (group && later && belong(revision, later, pause)) group.push(revision)
    else groups.push([revision])
  }
  return groups
}

function belong(revision: RevisionMark, later: RevisionMark, pause: number): boolean {
  if (revision.authorId !== later.authorId || later.time - revision.time > pause) return false
  return !revision.named && !revision.alone && !later.alone
}
