import { call, lay } from './layout'
import { todoMark } from './module'

interface Classes {
  /** What exchanging a code and refreshing a token give back. */
  credentials: string
  refreshed?: string
  /** The SDK's class for a sign-in that fails. */
  error: string
}

const client = ['self', 'redirect_uri: str', 'system_credentials: Mapping[str, Any]']

/** The three steps of a sign-in: until they are written, each says so with the SDK's own error (sdk.md section f). */
export function oauthMethods({ credentials, refreshed = credentials, error }: Classes): string[] {
  const method = (name: string, more: readonly string[], result: string, todo: string) => [
    '',
    ...lay(call(`def _oauth_${name}`, [...client, ...more], ` -> ${result}:`), 4),
    `        # ${todoMark} ${todo}`,
    `        raise ${error}("The sign-in is not set up yet.")`,
  ]
  return [
    ...method('get_authorization_url', [], 'str', 'return the address where people sign in.'),
    ...method('get_credentials', ['request: Request'], credentials, 'exchange the code of the request for a token.'),
    ...method(
      'refresh_credentials',
      ['credentials: Mapping[str, Any]'],
      refreshed,
      'exchange the refresh token for a new one.',
    ),
  ]
}
