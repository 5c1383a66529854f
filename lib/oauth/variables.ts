import { addressKeys, type OAuthSettings } from './settings'

const host = '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}'

/** What may stand for a variable (oauth.md section 10, rule 8): nothing that could lead to another host. */
const patterns: Readonly<Record<string, RegExp>> = {
  tenant: new RegExp(`^(?:[a-z0-9-]{1,63}|${host})$`, 'i'),
  account: /^[a-z0-9_-]+(?:\.[a-z0-9-]+){0,3}$/i,
  login: /^login\.(?:microsoftonline\.(?:com|us|de)|chinacloudapi\.cn)$/,
}
const name = /^[a-z0-9-]{1,63}$/i

export type Filled = { ok: true; url: string } | { ok: false; variable: string; reason: string }

/** The names of the `{variables}` in the addresses of some settings, each once. */
export function variablesIn(settings: OAuthSettings): string[] {
  const names = addressKeys.flatMap((key) => [...settings[key].matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))
  return [...new Set(names)]
}

/** An address with its variables filled in; a value that could lead elsewhere is refused with the reason. */
export function fillIn(url: string, variables: Readonly<Record<string, string>>): Filled {
  let filled = url
  for (const [whole, variable = ''] of url.matchAll(/\{(\w+)\}/g)) {
    const value = variables[variable]?.trim() ?? ''
    if (value === '') return { ok: false, variable, reason: `Fill in ${variable}: the address needs it.` }
    // A base URL stands for the whole beginning of the address, and is checked as every address is when it is called.
    if (variable.endsWith('_url')) {
      if (!/^https?:\/\//.test(value) || !URL.canParse(value))
        return { ok: false, variable, reason: `Give ${variable} as a whole URL, like https://gitlab.com.` }
      filled = filled.replaceAll(whole, () => value.replace(/\/+$/, ''))
      continue
    }
    if (!(patterns[variable] ?? name).test(value))
      return {
        ok: false,
        variable,
        reason: `${variable} may hold letters, digits and "-" only: no part of an address.`,
      }
    filled = filled.replaceAll(whole, () => value)
  }
  return { ok: true, url: filled }
}

/** The settings with every address filled in, as far as their variables allow; the first refusal else. */
export function filledSettings(
  settings: OAuthSettings,
): { ok: true; settings: OAuthSettings } | (Filled & { ok: false }) {
  const filled = { ...settings }
  for (const key of addressKeys) {
    const result = fillIn(settings[key], settings.variables)
    if (!result.ok) return result
    filled[key] = result.url
  }
  return { ok: true, settings: filled }
}
