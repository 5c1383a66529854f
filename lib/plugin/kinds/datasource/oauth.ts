import type { OAuthClasses } from '../../python/oauth-flow'

/** What the SDK has for the sign-in of a data source provider. */
export const datasourceOAuth: OAuthClasses = {
  error: 'DatasourceOAuthError',
  signedIn: 'DatasourceOAuthCredentials',
  refreshed: 'DatasourceOAuthCredentials',
  named: true,
  imports: [
    'from dify_plugin.errors.tool import DatasourceOAuthError',
    'from dify_plugin.interfaces.datasource import DatasourceOAuthCredentials',
  ],
}
