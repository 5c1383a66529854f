/** A kind as New plugin and Home offer it; a server component makes it of the registry. */
export interface KindChoice {
  id: string
  title: string
  summary: string
  /** Name of a lucide icon, see components/ui/named-icon.tsx. */
  icon: string
  /** True when no other kind may stand in the same plugin. */
  alone: boolean
}
