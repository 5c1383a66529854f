import type { KindChoice } from '@/components/projects/kind-choice'
import { kinds } from '@/lib/plugin/kinds/registry'

/** The registered kinds as Home and New plugin offer them. */
export function kindChoices(): KindChoice[] {
  return kinds.map(({ id, title, summary, icon, alone, signIns }) => ({ id, title, summary, icon, alone, signIns }))
}
