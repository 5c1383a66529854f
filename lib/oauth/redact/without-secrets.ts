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

/** An address without user, password and secret parameters, all else as it was typed: it may have variables, and be no URL yet. */
function plainUrl(address: string, left: Set<string>): string {
  const [, place = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?([^]*)$/.exec(address) ?? []
  const pairs = query.slice(1).split('&')
  const kept = pairs.filter((pair) => {
    const [name = ''] = new URLSearchParams(pair).keys()
    if (isSecretName(name)) left.add(name)
    return !isSecretName(name)
  })
  const plain = kept.length === pairs.length ? query : kept.length === 0 ? '' : `?${kept.join('&')}`
  return place.replace(/^(\s*[a-z][\w+.-]*:[\\/]*)[^\\/@]*@/i, '$1') + plain + fragment
}
