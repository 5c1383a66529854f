import { presetById } from '@/lib/oauth/presets/presets'
import { emptyForm } from '../playground-form'

/** The preset that still fits: the one that was chosen, while its token URL is this one, else that for any service. */
export function presetOf(chosen: string, tokenUrl: string): string {
  return presetById(chosen)?.settings.tokenUrl === tokenUrl ? chosen : emptyForm.presetId
}
