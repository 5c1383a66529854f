import type { Kind } from '@/lib/plugin/kind'
import type { SignIn } from '@/lib/plugin/project/sign-in'

/** A kind as Home offers it; a server component makes it of the registry. */
export type KindChoice = Pick<Kind, 'id' | 'title' | 'summary' | 'icon'>

/** A kind as New plugin offers it, with what is asked of those who choose it. */
export interface NewKindChoice
  extends KindChoice, Pick<Kind, 'alone' | 'picture' | 'variants' | 'variantChoices' | 'signInNotes'> {
  /** The sign-ins that it can have; the first question is left out where there is one only. */
  signIns: readonly SignIn[]
  /** The one that most plugins of the kind have. */
  usualSignIn: SignIn
}
