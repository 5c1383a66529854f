import type { KindChoice, NewKindChoice } from '@/components/projects/kind-choice'
import { kinds } from '@/lib/plugin/kinds/registry'
import { usualSignIns } from '@/lib/plugin/project/sign-in'

/** The registered kinds as Home offers them. */
export function kindChoices(): KindChoice[] {
  return kinds.map(({ id, title, summary, icon }) => ({ id, title, summary, icon }))
}

/** The registered kinds as New plugin offers them; the first starter of a kind has its usual sign-in. */
export function newKindChoices(): NewKindChoice[] {
  return kinds.map((kind) => {
    const { id, title, summary, icon, alone, picture, variants, variantChoices, signInNotes } = kind
    const { signIns = usualSignIns, starters } = kind
    const usualSignIn = starters[0]?.answers.credentials ?? 'none'
    return {
      ...{ id, title, summary, icon, alone, picture, variants, variantChoices, signInNotes },
      signIns,
      usualSignIn,
    }
  })
}
