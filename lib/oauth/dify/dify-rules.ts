import type { RedirectTarget } from '../redirect-uri'

export type OAuthKind = RedirectTarget['kind']

/** What Dify does with the OAuth credentials of a kind of plugin (oauth.md section 5, dify-api.md 4.2). */
export interface DifyRules {
  /** Refreshed when less than so many seconds are left: at the next use, or by a poller that looks each minute. */
  refresh: { by: 'use' | 'poller'; secondsLeft: number }
  /** Any value that is no text fails the sign-in; else only secret ones are unsafe. */
  allText: boolean
  /** At a refresh, secrets are decrypted by the wrong schema: a declared refresh token reaches the plugin encrypted (dify#37629). */
  corruptsDeclaredSecrets: boolean
  /** Without credentials the sign-in fails. */
  refusesEmpty: boolean
}

const onUse = { by: 'use', secondsLeft: 60 } as const

export const difyRules: Readonly<Record<OAuthKind, DifyRules>> = {
  tool: { refresh: onUse, allText: false, corruptsDeclaredSecrets: false, refusesEmpty: true },
  datasource: { refresh: onUse, allText: false, corruptsDeclaredSecrets: false, refusesEmpty: false },
  trigger: {
    refresh: { by: 'poller', secondsLeft: 3600 },
    allText: true,
    corruptsDeclaredSecrets: true,
    refusesEmpty: true,
  },
}
