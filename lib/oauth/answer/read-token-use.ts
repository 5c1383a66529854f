import { headerOf, type HttpAnswer } from '../http'
import type { Remark } from '../remark'
import { outcomeOf, type Paragraphs } from './http-refusal'
import type { Refusal } from './refusal'

export interface UseReading {
  refusal?: Refusal
  /** What an introspection, userinfo or API call told. */
  values?: Readonly<Record<string, unknown>>
  remarks: readonly Remark[]
}

/** Which token was sent to be taken back: one of two, or an access token that has no refresh token beside it. */
export type Revoked = 'access_token' | 'refresh_token' | 'only_token'

/** Whether a token was taken back; a server says so too of tokens that it does not know (RFC 7009 §2.2). `now` in unix seconds. */
export function readRevocation(answer: HttpAnswer, now: number, sent: Revoked): UseReading {
  const outcome = outcomeOf(answer, now, { answer: 'RFC 7009 §2.2', refusal: 'RFC 7009 §2.2.1' })
  const done = answer.status >= 200 && answer.status < 300 && (outcome.ok || !outcome.refusal.said)
  if (!done) return outcome.ok ? { remarks: outcome.remarks } : { refusal: outcome.refusal, remarks: outcome.remarks }
  return {
    remarks: [
      {
        verdict: 'pass',
        text: `The server took the ${sent === 'refresh_token' ? 'refresh' : 'access'} token back, the one that was sent. It says the same of a token that it does not know.`,
        standard: 'RFC 7009 §2.2',
      },
      ...(sent === 'only_token' ? [] : [ofTheOther[sent]]),
      ...(answer.status === 200 ? [] : [otherStatus(answer.status)]),
    ],
  }
}

/** What becomes of the token that was not sent. */
const ofTheOther: Readonly<Record<'access_token' | 'refresh_token', Remark>> = {
  refresh_token: {
    verdict: 'note',
    text: 'The access token was not sent. The server should end it with the refresh token; where access tokens stand for themselves (JWT), it lives until its time is over.',
    standard: 'RFC 7009 §2.1',
    remedy: 'Ask about it or call with it to see, and take it back too.',
  },
  access_token: {
    verdict: 'note',
    text: 'The refresh token was not sent. The server may end it with the access token; most keep it, and a refresh then brings a new access token.',
    standard: 'RFC 7009 §2.1',
    remedy: 'Take the refresh token back to end the access for good.',
  },
}

/** What the server knows of a token; `active: false` is an ordinary answer (RFC 7662 §2.2). */
export function readIntrospection(answer: HttpAnswer, now: number): UseReading {
  const outcome = outcomeOf(answer, now, { answer: 'RFC 7662 §2.2', refusal: 'RFC 7662 §2.3' })
  if (!outcome.ok) return { refusal: outcome.refusal, remarks: outcome.remarks }
  const { active } = outcome.value
  const standard = 'RFC 7662 §2.2'
  const said: Remark =
    active === true
      ? { verdict: 'pass', text: 'The server says that the token is active.', standard }
      : active === false
        ? {
            verdict: 'note',
            text: 'The server says that the token is not active: expired, taken back, unknown, or not for this client to see.',
            standard,
          }
        : {
            verdict: 'bent',
            text: 'The answer does not say whether the token is active.',
            standard,
            remedy: 'Compare the address with the documentation: this may be a call of another kind.',
          }
  return { values: outcome.value, remarks: [...outcome.remarks, said] }
}

/** Those of the userinfo endpoint. */
export const ofUserinfo: Paragraphs = { answer: 'OIDC Core §5.3.2', refusal: 'OIDC Core §5.3.3' }

/** What a call with the token came to; a refusal is told by `WWW-Authenticate` (RFC 6750 §3) where the body does not. */
export function readTokenUse(answer: HttpAnswer, now: number, by: Paragraphs = { refusal: 'RFC 6750 §3' }): UseReading {
  const outcome = outcomeOf(answer, now, by)
  const standard = 'RFC 6750 §3'
  if (outcome.ok)
    return {
      values: outcome.value,
      remarks: [...outcome.remarks, { verdict: 'pass', text: 'The token was accepted.' }],
    }
  const success = answer.status >= 200 && answer.status < 300
  if (success && !outcome.refusal.said)
    return {
      remarks: [
        { verdict: 'pass', text: `The token was accepted (HTTP ${answer.status}); the answer is no JSON object.` },
      ],
    }
  const challenge = challengeOf(answer)
  const refusal = {
    ...outcome.refusal,
    ...(challenge.error === undefined ? {} : { code: challenge.error, said: true }),
    ...(challenge.error_description === undefined ? {} : { description: challenge.error_description }),
  }
  if (answer.status !== 401 || headerOf(answer, 'www-authenticate') !== undefined)
    return {
      refusal,
      remarks: challenge.scope === undefined ? outcome.remarks : [...outcome.remarks, needs(challenge.scope)],
    }
  return {
    refusal,
    remarks: [
      ...outcome.remarks,
      { verdict: 'bent', text: 'A refusal with 401 should say in WWW-Authenticate what is wanted.', standard },
    ],
  }
}

/** The parameters of the first challenge: `Bearer error="invalid_token", scope="a b"`. */
export function challengeOf(answer: HttpAnswer): Readonly<Partial<Record<string, string>>> {
  const header = headerOf(answer, 'www-authenticate') ?? ''
  const pairs = [...header.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)]
  return Object.fromEntries(
    pairs
      .reverse()
      .map(([, name = '', quoted, token]) => [name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token ?? '']),
  )
}

function needs(scope: string): Remark {
  return {
    verdict: 'note',
    text: `The call needs the scope ${scope}.`,
    standard: 'RFC 6750 §3',
    remedy: 'Add it, at the client and in the settings, and sign in again.',
  }
}

function otherStatus(status: number): Remark {
  return { verdict: 'bent', text: `It came with HTTP ${status}; the standard wants 200.`, standard: 'RFC 7009 §2.2' }
}
