import { withoutSecrets } from '@/lib/oauth/redact/without-secrets'
import type { OAuthSettings } from '@/lib/oauth/settings'

/** The settings that code may hold, since a package is open to all, and what they lack then, in sentences. */
export function codeSettings(given: OAuthSettings): { settings: OAuthSettings; left: string[] } {
  const { settings, left } = withoutSecrets(given)
  return {
    settings,
    left: left.map(
      (name) =>
        `The value of \`${name}\` is left out, since it is called after a secret and a package is open to all: declare a field for it in \`client_schema\` and read it from \`system_credentials\`.`,
    ),
  }
}
