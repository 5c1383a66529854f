import { head, raise } from './method-lines'
import type { OAuthConstants } from './oauth-constants'

/** The method that asks the service for a token; `error` is the SDK's class for what goes wrong. */
export function tokenLines(error: string, settings: OAuthConstants = {}): string[] {
  const own = '{"Accept": "application/json"}'
  return [
    ...head(
      '_ask_for_token',
      ['self', 'system_credentials: Mapping[str, Any]', 'body: dict[str, str]'],
      'dict[str, Any]',
    ),
    '        client_id, client_secret = _client(system_credentials)',
    '        login = None',
    '        if self._CLIENT_AUTH == "post":',
    '            body = body | {"client_id": client_id, "client_secret": client_secret}',
    '        elif self._CLIENT_AUTH == "basic":',
    '            login = (urllib.parse.quote_plus(client_id), urllib.parse.quote_plus(client_secret))',
    '        else:',
    '            login = (client_id.encode(), client_secret.encode())',
    '        try:',
    '            response = requests.post(',
    `                ${varies(settings) ? 'self._address(self._TOKEN_URL, system_credentials)' : 'self._TOKEN_URL'},`,
    '                data=body if self._TOKEN_BODY == "form" else None,',
    '                json=body if self._TOKEN_BODY == "json" else None,',
    `                headers=${settings.tokenHeaders?.length ? `${own} | self._TOKEN_HEADERS` : own},`,
    '                auth=login,',
    '                allow_redirects=False,',
    '                timeout=(5, 15),',
    '            )',
    '        except (requests.RequestException, ValueError) as exc:',
    '            # requests lets a ValueError pass where a redirect leads to no address.',
    ...raise(error, 'f"The service gave no token: {type(exc).__name__}."', 12, ' from exc'),
    '        if response.content.startswith(b"\\xef\\xbb\\xbf"):',
    '            # A byte order mark, which response.json() refuses.',
    '            response.encoding = "utf-8-sig"',
    '        try:',
    '            token = response.json()',
    '        except (ValueError, RecursionError):',
    '            # Some services answer with a form.',
    '            token = dict(urllib.parse.parse_qsl(response.text))',
    '        if not isinstance(token, dict):',
    '            token = {}',
    ...(settings.tokenPath ? pathLines : []),
    '        refused = token.get("error") or not token.get("access_token")',
    '        if refused or not 200 <= response.status_code < 300:',
    '            status = f"it answered with status {response.status_code}"',
    '            reason = token.get("error_description") or token.get("error") or status',
    ...raise(error, 'f"The service gave no token: {str(reason)[:200]}"', 12),
    '        return token',
  ]
}

const pathLines = [
  '        *parents, last = self._TOKEN_PATH.split(".")',
  '        found: Any = token',
  '        for parent in parents:',
  '            found = found.get(parent) if isinstance(found, dict) else None',
  '        inner = found if isinstance(found, dict) else {}',
  '        token = token | inner | {"access_token": inner.get(last)}',
]

/** The method that fills in the variables of an address, where there are any: no value can lead to another host than it names. */
export function addressLines(settings: OAuthConstants = {}): string[] {
  if (!varies(settings)) return []
  return [
    ...head('_address', ['self', 'url: str', 'system_credentials: Mapping[str, Any]'], 'str'),
    '        for name, default in self._VARIABLES.items():',
    '            value = str(system_credentials.get(name) or default).strip().rstrip("/")',
    '            safe = ":/" if name.endswith("_url") else ""',
    '            url = url.replace("{" + name + "}", urllib.parse.quote(value, safe=safe))',
    '        return url',
  ]
}

/** Whether addresses have parts that the client's form fills in. */
export function varies({ variables }: OAuthConstants): boolean {
  return Object.keys(variables ?? {}).length > 0
}
