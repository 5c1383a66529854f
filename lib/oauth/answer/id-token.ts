import { isRecord, jsonText, parsedJson } from '../json'
import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'

export interface DecodedJwt {
  header: Readonly<Record<string, unknown>>
  claims: Readonly<Record<string, unknown>>
}

const standard = 'OIDC Core §3.1.3.7'
/** Seconds by which clocks may differ. */
const skew = 60

/** The two readable parts of a JWT; undefined where it is none, or encrypted. */
export function decodedJwt(token: string): DecodedJwt | undefined {
  const parts = token.split('.')
  if (parts.length !== 3) return undefined
  const [header, claims] = parts.slice(0, 2).map((part) => parsedJson(base64UrlText(part)))
  return isRecord(header) && isRecord(claims) ? { header, claims } : undefined
}

/**
 * Claims of an ID token, checked but for the signature: issuer, audience, times (`now` in unix seconds) and nonce. `first` are those of
 * the sign-in where a refresh brought this one: it needs no nonce, and is of the same person.
 */
export function checkIdToken(
  settings: OAuthSettings,
  idToken: string,
  { now, nonce, first }: { now: number; nonce?: string; first?: DecodedJwt['claims'] },
): { claims?: DecodedJwt['claims']; remarks: readonly Remark[] } {
  const jwt = decodedJwt(idToken)
  if (!jwt)
    return {
      remarks: [
        { verdict: 'fail', text: 'The id_token is no signed JWT that can be read; it may be encrypted.', standard },
      ],
    }
  const { header, claims } = jwt
  return {
    claims,
    remarks: [
      issuerRemark(settings.issuer, claims.iss),
      audienceRemark(settings.clientId, claims),
      timeRemark(claims, now),
      ...(first ? refreshedRemarks(claims, first) : nonceRemark(claims.nonce, nonce)),
      header.alg === 'none'
        ? { verdict: 'fail', text: 'The id_token is not signed (alg "none"): anybody could have made it.', standard }
        : {
            verdict: 'note',
            text: 'Signature not checked. The standard accepts that of a token that comes straight from the token endpoint over TLS.',
            standard,
            remedy: 'Never take it from a browser, and never send it to an API in place of the access token.',
          },
    ],
  }
}

function issuerRemark(expected: string, iss: unknown): Remark {
  if (typeof iss !== 'string') return { verdict: 'fail', text: 'The id_token has no issuer (iss).', standard }
  if (expected === '')
    return {
      verdict: 'note',
      text: `The id_token is by ${iss}. The settings name no issuer to compare it with.`,
      standard,
    }
  return iss === expected
    ? { verdict: 'pass', text: 'iss is the issuer of the settings.', standard }
    : {
        verdict: 'fail',
        text: `The id_token is by ${iss}, the settings say ${expected}.`,
        standard,
        remedy:
          'The two are compared character by character, the last slash included. Correct the issuer, or the server is another one.',
      }
}

function audienceRemark(clientId: string, { aud, azp }: DecodedJwt['claims']): Remark {
  const audiences = (Array.isArray(aud) ? aud : [aud]).filter((each) => typeof each === 'string')
  if (!audiences.includes(clientId))
    return {
      verdict: 'fail',
      text: `The id_token is for ${audiences.join(', ') || 'nobody'} (aud), not for this client.`,
      standard,
      remedy: 'It was made for another client: compare the client ID.',
    }
  return azp !== undefined && azp !== clientId
    ? { verdict: 'fail', text: 'Another client asked for this id_token (azp).', standard }
    : { verdict: 'pass', text: 'aud is this client.', standard }
}

function timeRemark({ exp, iat, nbf }: DecodedJwt['claims'], now: number): Remark {
  if (typeof exp !== 'number')
    return { verdict: 'fail', text: 'The id_token does not say when it ends (exp).', standard }
  const start = Math.max(...[iat, nbf].filter((each) => typeof each === 'number'), 0)
  if (start > now + skew)
    return {
      verdict: 'fail',
      text: `The id_token begins ${Math.round(start - now)} s from now.`,
      standard,
      remedy: 'One of the two clocks is wrong: set this machine’s by a time server (NTP).',
    }
  return exp < now - skew
    ? {
        verdict: 'fail',
        text: `The id_token ended ${Math.round(now - exp)} s ago.`,
        standard,
        remedy: 'If it came just now, the clock of this machine is ahead: set it by a time server (NTP).',
      }
    : { verdict: 'pass', text: 'exp and iat fit the clock.', standard }
}

function nonceRemark(found: unknown, sent: string | undefined): Remark[] {
  if (sent === undefined) return []
  return [
    found === sent
      ? { verdict: 'pass', text: 'nonce is the one that was sent.', standard }
      : {
          verdict: 'fail',
          text:
            found === undefined
              ? 'The id_token lacks the nonce that was sent.'
              : 'nonce is another than the one that was sent.',
          standard,
          remedy: 'The answer may belong to another sign-in. Start again.',
        },
  ]
}

/** What must be as it was at the sign-in. A nonce may be left out, but may be no other. */
function refreshedRemarks(claims: DecodedJwt['claims'], first: DecodedJwt['claims']): Remark[] {
  const others = (['iss', 'sub', 'aud', 'auth_time', 'nonce'] as const).filter(
    (name) =>
      first[name] !== undefined &&
      (claims[name] !== undefined || name === 'iss' || name === 'sub') &&
      jsonText(claims[name]) !== jsonText(first[name]),
  )
  const standard = 'OIDC Core §12.2'
  return others.length === 0
    ? [{ verdict: 'pass', text: 'It is of the same person and server as that of the sign-in.', standard }]
    : [
        {
          verdict: 'fail',
          text: `The id_token of the refresh has another ${others.join(', ')} than that of the sign-in.`,
          standard,
          remedy: 'The answer may belong to another sign-in. Start again.',
        },
      ]
}

function base64UrlText(part: string): string {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))
    return new TextDecoder().decode(bytes)
  } catch {
    return ''
  }
}
