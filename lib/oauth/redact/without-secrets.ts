import { addressKeys, type OAuthSettings, type Parameter } from '../settings'
import { isSecretHeader, isSecretName } from './secret-names'

/**
 * Settings as they may be kept or written into a plugin: without the values of parameters and headers that are called after a secret,
 * and without such parts of an address. `left` names what was left out, each once.
 */
export function withoutSecrets(settings: OAuthSettings): { settings: OAuthSettings; left: string[] } {
  const left = new Set<string>()
  const emptied = (isSecret: (name: string) => boolean) => (parameter: Parameter) => {
    if (!isSecret(parameter.name) || parameter.value === '') return parameter
    left.add(parameter.name)
    return { ...parameter, value: '' }
  }
  const addresses = addressKeys.map((key) => [key, plainUrl(settings[key], left)])
  const kept = {
    ...settings,
    ...Object.fromEntries(addresses),
    authorizationParameters: settings.authorizationParameters.map(emptied(isSecretName)),
    tokenParameters: settings.tokenParameters.map(emptied(isSecretName)),
    refreshParameters: settings.refreshParameters.map(emptied(isSecretName)),
    tokenHeaders: settings.tokenHeaders.map(emptied(isSecretHeader)),
  }
  return { settings: kept, left: [...left] }
}

/** An address without user, password and secret parameters; as it was typed where it has none. */
function plainUrl(address: string, left: Set<string>): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  const secret = [...url.searchParams.keys()].filter((name) => isSecretName(name))
  if (secret.length === 0 && url.username === '' && url.password === '') return address
  for (const name of secret) {
    left.add(name)
    url.searchParams.delete(name)
  }
  url.username = ''
  url.password = ''
  return url.href
}
