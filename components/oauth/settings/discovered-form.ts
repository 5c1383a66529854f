import { presetById } from '@/lib/oauth/presets/presets'
import { addressKeys, settingsOf, type OAuthSettings } from '@/lib/oauth/settings'
import type { PlaygroundForm } from '../playground-form'
import { presetOf } from './preset-of'

/** The form with what the metadata of a server say. No address of the server before stays, and its client only for the same token server. */
export function discoveredForm(before: PlaygroundForm, found: Partial<OAuthSettings>): PlaygroundForm {
  const { settings } = before
  const blank = settings.tokenUrl === '' && settings.authorizationUrl === ''
  const origin = originOf(settings.tokenUrl)
  // Those for any service are none that could be wrong now.
  const named = presetById(before.presetId)?.settings.tokenUrl !== undefined
  // a client belongs to its service.
  if (!blank && (origin === undefined || origin !== originOf(found.tokenUrl ?? '')))
    return {
      ...before,
      presetId: named ? presetOf(before.presetId, found.tokenUrl ?? '') : before.presetId,
      settings: settingsOf({ grant: settings.grant, ...found }),
      clientSecret: '',
    }
  const emptied = Object.fromEntries(addressKeys.map((key) => [key, '']))
  return { ...before, settings: settingsOf({ ...settings, ...emptied, whoAmIUrl: settings.whoAmIUrl, ...found }) }
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined
}
