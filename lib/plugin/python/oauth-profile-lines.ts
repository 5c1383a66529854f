import { call, lay } from './layout'
import { head } from './method-lines'
import type { OAuthConstants } from './oauth-constants'
import { varies } from './oauth-token-lines'

/** Arguments of the method that asks whose token it is: the addresses of some services vary with their client. */
export function profileArguments(settings: OAuthConstants, token: string, client = 'system_credentials'): string {
  return varies(settings) ? `${token}, ${client}` : token
}

/**
 * The method that asks the service whose token it is, by the names that services commonly have for a person's name and picture. Nothing
 * that it fails by keeps people from signing in.
 */
export function profileLines(settings: OAuthConstants = {}): string[] {
  if (!settings.whoAmIUrl) return []
  const url = varies(settings) ? 'self._address(self._WHO_AM_I_URL, system_credentials)' : 'self._WHO_AM_I_URL'
  const word = settings.whoAmIScheme === 'token' ? '{self._WHO_AM_I_SCHEME}' : 'Bearer'
  const parameters = [
    'self',
    'token: dict[str, Any]',
    ...(varies(settings) ? ['system_credentials: Mapping[str, Any]'] : []),
  ]
  return [
    ...head('_profile_of', parameters, 'tuple[str | None, str | None]'),
    '        """Name and picture of the account, which Dify shows; people sign in without them too."""',
    `        login = f"${word} {token['access_token']}"`,
    '        headers = {"Accept": "application/json", "Authorization": login}',
    ...(settings.tokenHeaders?.length ? ['        headers = headers | self._TOKEN_HEADERS'] : []),
    '        try:',
    ...lay(call('response = requests.get', [url, 'headers=headers', 'allow_redirects=False', 'timeout=(5, 15)']), 12),
    '            account = response.json() if response.status_code == 200 else {}',
    '        except (requests.RequestException, ValueError, RecursionError):',
    '            account = {}',
    '        if not isinstance(account, dict):',
    '            account = {}',
    '        name, picture = (',
    '            next((account[key] for key in keys if isinstance(account.get(key), str)), None)',
    '            for keys in (("name", "displayName", "login", "email"), ("picture", "avatar_url"))',
    '        )',
    '        return name, picture',
  ]
}
