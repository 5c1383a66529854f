/** What somebody may do with a project, and how it came to them; the page gives it. */
export interface ProjectAccess {
  /** Who looks; not for guests, who may become somebody. */
  user?: string
  role: 'view' | 'comment' | 'edit' | 'own'
  /** Whether package and files may be taken along. */
  download: boolean
  /** Who made the link by which it came. */
  sharedBy?: string
  /** What it is a copy of, as that was called then; `id` where they may see it. */
  origin?: { id?: string; label: string }
}

/** Of somebody's own project. */
export const ownAccess: ProjectAccess = { role: 'own', download: true }
