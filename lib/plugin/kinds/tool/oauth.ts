import type { OAuthClasses } from '../../python/oauth-flow'

/** What the SDK has for the sign-in of a tool provider. */
export const toolOAuth: OAuthClasses = {
  error: 'ToolProviderOAuthError',
  signedIn: 'ToolOAuthCredentials',
  refreshed: 'ToolOAuthCredentials',
  imports: [
    'from dify_plugin.entities.oauth import ToolOAuthCredentials',
    'from dify_plugin.errors.tool import ToolProviderOAuthError',
  ],
}
