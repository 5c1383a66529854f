import type { SignIn } from '@/lib/plugin/project/sign-in'

/** A kind as New plugin and Home offer it; a server component makes it of the registry. */
export interface KindChoice {
  id: string
  title: string
  summary: string
  /** Name of a lucide icon, see components/ui/named-icon.tsx. */
  icon: string
  /** True when no other kind may stand in the same plugin. */
  alone: boolean
  /** The sign-ins that it can have, where they are not the usual ones. */
  signIns?: readonly SignIn[]
}
