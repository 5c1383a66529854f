/** What somebody may do with a project, and how it came to them; the page gives it. */
export interface ProjectAccess {
  /** Ids of who looks: the person's own first, then those of guests who became this person. */
  self: readonly string[]
  role: 'view' | 'comment' | 'edit' | 'own'
  /** Whether package and files may be taken along. */
  download: boolean
  /** Who made the link by which it came. */
  sharedBy?: string
  /** What it is a copy of, as that was called then; `id` where they may see it. */
  origin?: { id?: string; label: string }
}

/** Of somebody's own project. */
export const ownAccess: ProjectAccess = { self: [], role: 'own', download: true }
