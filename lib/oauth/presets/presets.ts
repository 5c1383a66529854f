import { generic } from './generic'
import { google } from './google'
import { microsoft } from './microsoft'
import type { OAuthPreset } from './preset'
import { services } from './services'

/** Every preset there is, the generic ones first (oauth.md section 9). */
export const presets: readonly OAuthPreset[] = [...generic, ...google, ...microsoft, ...services]

export function presetById(id: string): OAuthPreset | undefined {
  return presets.find((preset) => preset.id === id)
}
