import type { Parameter } from '../settings'

/** Headers that belong to the connection, to the body or to the client's proof (oauth.md section 10, rule 7). */
const reserved =
  /^(?:authorization|host|cookie|set-cookie|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|via|forwarded|proxy-.*|x-forwarded-.*|x-real-ip|x-original-.*|metadata.*|x-.*-metadata.*)$/i

/** Why a header of the settings may not be sent; undefined where it may. */
export function headerRefusal({ name, value }: Parameter): string | undefined {
  if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name)) return 'This is no name of a header.'
  if (reserved.test(name)) return `${name} is set by the request itself.`
  return /^[\t\x20-\x7e]*$/.test(value) ? undefined : 'The value of a header is one line of plain characters.'
}

/** The headers of a request: its own, and those of the settings, which may replace none but `Accept`. */
export function withExtraHeaders(
  own: readonly (readonly [string, string])[],
  extra: readonly Parameter[],
): (readonly [string, string])[] {
  const sent = extra.filter((each) => each.name !== '' && headerRefusal(each) === undefined)
  const replaced = new Set(sent.map(({ name }) => name.toLowerCase()))
  return [
    ...own.filter(([name]) => !replaced.has(name.toLowerCase())),
    ...sent.map(({ name, value }): [string, string] => [name, value]),
  ]
}
