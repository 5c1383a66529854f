import type { OAuthSettings } from '../settings'

/** What brings a refresh token, by the host of the authorization URL (oauth.md section 7.8). */
const hints: readonly (readonly [host: RegExp, remedy: string])[] = [
  [
    /(?:^|\.)google\.com$/,
    'Send access_type=offline and prompt=consent: Google gives one with the first consent only.',
  ],
  [/^login\.(?:microsoftonline\.(?:com|us|de)|chinacloudapi\.cn|live\.com)$/, 'Ask for the scope offline_access.'],
  [/(?:^|\.)dropbox\.com$/, 'Send token_access_type=offline in the authorization URL.'],
  [/(?:^|\.)typeform\.com$/, 'Ask for the scope offline.'],
  [/(?:^|\.)atlassian\.com$/, 'Ask for the scope offline_access, which also has to be in the authorization URL.'],
  [/^(?:twitter|x)\.com$/, 'Ask for the scope offline.access.'],
  [/(?:^|\.)slack\.com$/, 'Switch token rotation on for the app; without it the token never expires.'],
  [/^github\.com$/, 'Only GitHub Apps with expiring tokens have one; the token of an OAuth app never expires.'],
  [/(?:^|\.)salesforce\.com$/, 'Ask for the scope refresh_token.'],
  [/(?:^|\.)notion\.com$/, 'The token of Notion did not expire for long; newer connections get a refresh token.'],
  [/^linear\.app$/, 'Apps registered since October 2025 get one; older ones have to switch it on.'],
]

/** What to change so that a refresh token comes. */
export function refreshTokenRemedy({ authorizationUrl, scopes }: OAuthSettings): string {
  const host = URL.canParse(authorizationUrl) ? new URL(authorizationUrl).hostname : ''
  const hint = hints.find(([pattern]) => pattern.test(host))?.[1]
  if (hint !== undefined) return hint
  return scopes.some((scope) => /offline|refresh/.test(scope))
    ? 'The scope for it was sent: look whether the refresh token grant is allowed for the client.'
    : 'Most servers want the scope offline_access, or the refresh token grant allowed for the client.'
}
