import type { Parameter } from '../settings'

/**
 * Headers that belong to the connection, to the body or to the client's proof, that say on whose behalf a proxy asks, or that open the
 * metadata of a cloud (oauth.md section 10, rule 7).
 */
const reserved = new RegExp(
  `^(?:${[
    'authorization|cookie2?|set-cookie2?|host|content-.*|transfer-encoding|accept-encoding|accept-charset|expect|date',
    'connection|keep-alive|te|trailer|upgrade|http2-settings|alt-used|proxy-.*|sec-.*|access-control-.*',
    'via|forwarded|x-forwarded.*|x-real-ip|(?:x-)?(?:true-)?client-ip|x-cluster-client-ip|cf-.*|fastly-.*|x-remote-.*',
    'x-host|x-original-.*|x-rewrite-.*|(?:x-)?http-method.*|x-method-override',
    'metadata.*|x-.*-metadata.*|x-identity-header',
  ].join('|')})$`,
  'i',
)

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
