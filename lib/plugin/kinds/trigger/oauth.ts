import type { OAuthClasses } from '../../python/oauth-flow'

/** What the SDK has for the sign-in of a subscription constructor. */
export const triggerOAuth: OAuthClasses = {
  error: 'TriggerProviderOAuthError',
  signedIn: 'TriggerOAuthCredentials',
  refreshed: 'OAuthCredentials',
  imports: [
    'from dify_plugin.entities.oauth import OAuthCredentials, TriggerOAuthCredentials',
    'from dify_plugin.errors.trigger import TriggerProviderOAuthError',
  ],
  undeclared: {
    name: 'refresh_token',
    why: [
      'The refresh token is in no schema, so Dify stores it in clear: declared as a secret, it would',
      'come back from Dify unreadable when a token is to be refreshed.',
    ],
  },
}
