import 'server-only'
import { practiceAnswer, practiceClients, practicePath } from '@/lib/oauth/practice'
import { settingsOf, type OAuthSettings } from '@/lib/oauth/settings'
import { environment } from '../environment'
import { practiceSecret } from './practice-keys'

/** Settings and secret of the practice client that sends its secret in the body. */
export function practiceClient(): { settings: OAuthSettings; clientSecret: string } {
  const issuer = environment().origin + practicePath
  return {
    settings: settingsOf({
      issuer,
      authorizationUrl: `${issuer}/auth`,
      tokenUrl: `${issuer}/token`,
      revocationUrl: `${issuer}/token/revocation`,
      introspectionUrl: `${issuer}/token/introspection`,
      userinfoUrl: `${issuer}/me`,
      sendsIssuer: true,
      clientId: practiceClients.post,
      clientAuthentication: 'post',
      scopes: ['openid', 'profile', 'offline_access', 'notes.read'],
      prompt: 'consent',
      authorizationParameters: [practiceAnswer],
      whoAmIUrl: `${issuer}/me`,
    }),
    clientSecret: practiceSecret('client'),
  }
}
