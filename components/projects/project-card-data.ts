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
  /** RFC 3339. */
  updatedAt: string
}
