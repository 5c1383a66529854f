import { withoutSecrets } from '@/lib/oauth/redact/without-secrets'
import { isSecretHeader, isSecretName } from '@/lib/oauth/redact/secret-names'
import type { OAuthSettings, Parameter } from '@/lib/oauth/settings'
import { inCode } from '@/lib/plugin/oauth/code-settings'

/**
 * The settings that code may hold, since a package is open to all, and what they lack then, in sentences. A parameter or header that is
 * called after a secret is left out as a whole: sent empty, it would be another request than the one that was tried.
 */
export function codeSettings(given: OAuthSettings): { settings: OAuthSettings; left: string[] } {
  const { settings, left: emptied } = withoutSecrets(given)
  const left = new Set(emptied)
  const others = (parameters: readonly Parameter[], isSecret: (name: string) => boolean) =>
    parameters.filter(({ name }) => {
      if (isSecret(name)) left.add(name)
      return !isSecret(name)
    })
  const kept = {
    ...settings,
    authorizationParameters: others(settings.authorizationParameters, isSecretName),
    tokenParameters: others(settings.tokenParameters, isSecretName),
    refreshParameters: others(settings.refreshParameters, isSecretName),
    tokenHeaders: others(settings.tokenHeaders, isSecretHeader),
  }
  return {
    settings: kept,
    left: [...left].map(
      (name) =>
        `${inCode(name)} is left out, since it is called after a secret and a package is open to all: declare a field for it in \`client_schema\` and read it from \`system_credentials\`.`,
    ),
  }
}
