import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'
import { formEncoded } from './form-encoding'

export type ClientProof =
  | { ok: true; headers: readonly (readonly [string, string])[]; parameters: readonly (readonly [string, string])[] }
  | { ok: false; reason: string }

/**
 * How the client says who it is: in a header (RFC 6749 §2.3.1, RFC 7617) or in the body, never in both. `basic` encodes id and
 * secret before base64, `basic-raw` does not; a public client (`none`) sends its id alone.
 */
export function clientProof(settings: OAuthSettings, clientSecret: string): ClientProof {
  const { clientId, clientAuthentication } = settings
  if (clientId === '') return { ok: false, reason: 'Fill in the client ID.' }
  if (clientAuthentication === 'none') return { ok: true, headers: [], parameters: [['client_id', clientId]] }
  if (clientSecret === '')
    return { ok: false, reason: 'Fill in the client secret, or set "Client sign-in" to "None, a public client".' }
  switch (clientAuthentication) {
    case 'post':
      return {
        ok: true,
        headers: [],
        parameters: [
          ['client_id', clientId],
          ['client_secret', clientSecret],
        ],
      }
    case 'basic':
      return basic(formEncoded(clientId), formEncoded(clientSecret))
    case 'basic-raw':
      // RFC 7617 §2: what stands before the first colon is the id.
      if (clientId.includes(':'))
        return { ok: false, reason: 'A client ID with ":" needs "Client sign-in" by "Basic header", which encodes it.' }
      return basic(clientId, clientSecret)
  }
}

/** What is open of a proof: no standard says how letters beyond ASCII are written where nothing encodes them. */
export function proofRemarks({ clientId, clientAuthentication }: OAuthSettings, clientSecret: string): Remark[] {
  if (clientAuthentication !== 'basic-raw' || /^[\x20-\x7e]*$/.test(clientId + clientSecret)) return []
  return [
    {
      verdict: 'note',
      text: 'ID or secret has letters beyond ASCII. Not encoded, they were sent as UTF-8, as the written Python does; the server may read another charset.',
      standard: 'RFC 7617 §2.1',
      remedy: 'If they are refused, set "Client sign-in" to "Basic header", which encodes them.',
    },
  ]
}

function basic(id: string, secret: string): ClientProof {
  const bytes = new TextEncoder().encode(`${id}:${secret}`)
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { ok: true, headers: [['Authorization', `Basic ${base64}`]], parameters: [] }
}
