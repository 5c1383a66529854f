import { addressKeys, type OAuthSettings, type Parameter } from '../settings'
import { mask } from './mask'
import { redactedUrl } from './redact-message'
import { redactText } from './redact-text'
import { isSecretHeader, isSecretName } from './secret-names'

/**
 * Settings as a page may have them: masks for what parameters, headers and parts of an address hold that are called after a secret, and
 * for a known secret in any of their values.
 */
export function maskedSettings(settings: OAuthSettings, known: Iterable<string> = []): OAuthSettings {
  const secrets = [...known]
  const masked = (isSecret: (name: string) => boolean) => (parameter: Parameter) => ({
    ...parameter,
    value: isSecret(parameter.name) ? mask(parameter.value) : redactText(parameter.value, { known: secrets }),
  })
  const addresses = Object.fromEntries(addressKeys.map((key) => [key, redactedUrl(settings[key])]))
  return {
    ...settings,
    ...addresses,
    authorizationParameters: settings.authorizationParameters.map(masked(isSecretName)),
    tokenParameters: settings.tokenParameters.map(masked(isSecretName)),
    refreshParameters: settings.refreshParameters.map(masked(isSecretName)),
    tokenHeaders: settings.tokenHeaders.map(masked(isSecretHeader)),
  }
}

/** What settings hold under the name of a secret: to be masked wherever a server repeats it. */
export function secretsOfSettings(settings: OAuthSettings): string[] {
  const { authorizationParameters, tokenParameters, refreshParameters, tokenHeaders } = settings
  const queries = addressKeys
    .filter((key) => URL.canParse(settings[key]))
    .flatMap((key) => [...new URL(settings[key]).searchParams].map(([name, value]) => ({ name, value })))
  const parameters = [...authorizationParameters, ...tokenParameters, ...refreshParameters, ...queries]
  const headers = tokenHeaders.filter(({ name }) => isSecretHeader(name)).map(({ value }) => value)
  return [
    ...parameters.filter(({ name }) => isSecretName(name)).map(({ value }) => value),
    ...headers,
    // The word before it (`Token …`) is no part of it.
    ...headers.map((value) => value.replace(/^\S+\s+/, '')),
  ]
}
