import type { Field } from '../../python/fields'
import { call, either, flat, lay } from '../../python/layout'
import { columns, pythonString } from '../../python/literals'

/** The method by which a constructor asks the service: with a time limit, and with the first of these secrets that is there. */
export function askLines(secrets: readonly Field[]): string[] {
  return [
    '    def _ask_service(',
    '        self,',
    '        method: str,',
    '        url: str,',
    '        credentials: Mapping[str, Any],',
    '        body: dict[str, Any] | None = None,',
    '    ) -> requests.Response:',
    ...(secrets.length > 0 ? tokenLines([...new Set(secrets.map(({ name }) => name))]) : []),
    '        try:',
    '            return requests.request(method, url, headers=headers, json=body, timeout=(5, 30))',
    '        except (requests.RequestException, ValueError) as exc:',
    '            raise SubscriptionError(',
    '                f"The service could not be asked: {type(exc).__name__}."',
    '            ) from exc',
  ].map((line) => (secrets.length > 0 ? line : line.replace('headers=headers, ', '')))
}

/** The first of these credentials that is there. */
function tokenLines(names: readonly string[]): string[] {
  const get = (name: string, before: string) => call(`${before}credentials.get`, [pythonString(name)])
  const [first = '', ...rest] = names
  const together = either(get(first, ''), ...rest.map((name) => get(name, 'or ')))
  const line = `        token = ${flat(together)}`
  const broken =
    rest.length === 0 ? lay(get(first, 'token = '), 8) : ['        token = (', ...lay(together, 12), '        )']
  return [
    ...(columns(line) <= 100 ? [line] : broken),
    '        if not token:',
    '            raise SubscriptionError("The credentials are missing.")',
    '        headers = {"Authorization": f"Bearer {token}"}',
  ]
}
