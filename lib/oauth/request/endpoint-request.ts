import { addressProblem } from '../address'
import type { HttpRequest } from '../http'
import type { OAuthSettings, Parameter } from '../settings'
import { clientProof } from './client-authentication'
import { withExtraHeaders } from './extra-headers'
import { formBody } from './form-encoding'

/** A request that can be sent, or what the settings lack for it. */
export type Built = { ok: true; request: HttpRequest } | { ok: false; reason: string }

interface Endpoint {
  /** What the address is called in the form. */
  called: string
  url: string
  clientSecret: string
  body: readonly (readonly [name: string, value: string])[]
  /** Parameters of the settings; the same name as one of the body replaces it, as in the written plugin. */
  extra?: readonly Parameter[]
  /** Whether the body may be JSON where the settings say so: that of token requests may. */
  json?: boolean
}

/** A POST by the client to one of its server's endpoints (RFC 6749 §3.2), the addresses filled in. */
export function endpointRequest(
  settings: OAuthSettings,
  { called, url, clientSecret, body, extra = [], json: mayBeJson = false }: Endpoint,
): Built {
  const reason = addressRefusal(called, url)
  if (reason !== undefined) return { ok: false, reason }
  const proof = clientProof(settings, clientSecret)
  if (!proof.ok) return proof
  const parameters = new Map([
    ...body,
    ...extra.filter(({ name }) => name !== '').map(({ name, value }): [string, string] => [name, value]),
    ...proof.parameters,
  ])
  const json = mayBeJson && settings.tokenBody === 'json'
  const headers: (readonly [string, string])[] = [
    ['Content-Type', json ? 'application/json' : 'application/x-www-form-urlencoded'],
    ['Accept', 'application/json'],
    ...proof.headers,
  ]
  return {
    ok: true,
    request: {
      method: 'POST',
      url,
      headers: withExtraHeaders(headers, settings.tokenHeaders),
      body: json ? JSON.stringify(Object.fromEntries(parameters)) : formBody(parameters),
    },
  }
}

/** Why nothing can be sent to an address of the settings, or one typed by hand; undefined where something can. */
export function addressRefusal(called: string, url: string): string | undefined {
  return url === '' ? `Fill in the ${called}.` : addressProblem(called, url)
}
