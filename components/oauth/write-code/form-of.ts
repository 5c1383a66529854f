import { settingsOf } from '@/lib/oauth/settings'
import type { OAuthConstants } from '@/lib/plugin/python/oauth-constants'
import type { OAuthTarget } from '../playground'
import { presetOf } from '../settings/preset-of'
import { emptyForm, type PlaygroundForm } from '../playground-form'

/** The form for a provider of a plugin, with what its code says; without one, the empty form. */
export function formOf(target: OAuthTarget | undefined): PlaygroundForm {
  if (!target) return emptyForm
  const { author, plugin, provider, kind } = target
  return {
    ...emptyForm,
    target: { author, plugin, provider, kind },
    settings: filled(emptyForm, target.found.settings).settings,
  }
}

/** The form with the settings found in code alone: those of two services never mix, and a client stays only where no service was named. */
export function filled(before: PlaygroundForm, found: OAuthConstants): PlaygroundForm {
  const blank = before.settings.tokenUrl === '' && before.settings.authorizationUrl === ''
  const clientId = blank ? before.settings.clientId : ''
  return {
    ...before,
    presetId: presetOf(before.presetId, found.tokenUrl ?? ''),
    settings: settingsOf({ ...emptyForm.settings, clientId, ...found }),
    clientSecret: blank ? before.clientSecret : '',
  }
}
