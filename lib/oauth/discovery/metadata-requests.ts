import type { HttpRequest } from '../http'
import type { Standard } from '../standard'

export type MetadataRequests =
  | { ok: true; issuer: string; requests: readonly { request: HttpRequest; standard: Standard }[] }
  | { ok: false; reason: string }

const wellKnown = ['oauth-authorization-server', 'openid-configuration']

/**
 * Where the metadata of an issuer may stand, in the order to try: RFC 8414 §3.1 puts the well-known part before the path, OpenID
 * Connect behind it. The address of the metadata itself is taken for its issuer.
 */
export function metadataRequests(text: string): MetadataRequests {
  const given = text.trim()
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given))
    return { ok: false, reason: 'Give the issuer as a whole URL, like https://accounts.google.com.' }
  const url = new URL(given)
  if (url.search !== '' || url.hash !== '')
    return { ok: false, reason: 'An issuer has no "?" and no "#" (RFC 8414 §2).' }
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'An issuer has no user and no password.' }
  const issuer = issuerOf(given)
  const { origin, pathname } = new URL(issuer)
  const path = pathname.replace(/\/+$/, '')
  const get = (at: string, standard: Standard) => ({
    request: { method: 'GET', url: origin + at, headers: [['Accept', 'application/json']] } satisfies HttpRequest,
    standard,
  })
  return {
    ok: true,
    issuer,
    requests: [
      get(`/.well-known/oauth-authorization-server${path}`, 'RFC 8414 §3.1'),
      get(`${path}/.well-known/openid-configuration`, 'RFC 8414 §5'),
    ],
  }
}

function issuerOf(address: string): string {
  for (const name of wellKnown) {
    const [before = '', after, ...more] = address.split(`/.well-known/${name}`)
    if (after !== undefined && more.length === 0) return before + after.replace(/\/$/, '')
  }
  return address
}
