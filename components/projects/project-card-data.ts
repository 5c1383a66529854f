import type { ProjectAccess } from '@/components/share/project-access'

/** What a card on Home shows of a project; a server component makes it. */
export interface ProjectCardData {
  id: string
  author: string
  name: string
  version: string
  label: string
  description: string
  counts: readonly { noun: string; count: number }[]
  /** Address of the plugin's own icon on our origin. */
  iconUrl?: string
  /** The one for the dark theme, where the plugin has one. */
  darkIconUrl?: string
  /** How much stands against it, which comes after the page. */
  verdict?: Promise<{ errors: number; publish: number } | undefined>
  /** RFC 3339. */
  updatedAt: string
  /** How it came to this person; their own without. */
  by?: 'own' | 'team' | 'link'
  role?: ProjectAccess['role']
  download?: boolean
  sharedBy?: string
  origin?: ProjectAccess['origin']
  /** Whose it is, where it is a team's. */
  team?: { id: string; name: string }
}
