import {
  expectNoNonce,
  processAuthorizationCodeResponse,
  processClientCredentialsResponse,
  processIntrospectionResponse,
  processRefreshTokenResponse,
  processRevocationResponse,
  processUserInfoResponse,
  skipSubjectCheck,
  type AuthorizationServer,
  type Client,
} from 'oauth4webapi'
import type { Step } from '../flow'
import type { HttpAnswer } from '../http'
import { isRecord, parsedJson } from '../json'
import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'
import type { Standard } from '../standard'
import { decodedJwt } from './id-token'

/** Steps that a standard has an answer for. */
type JudgedStep = Exclude<Step, 'who-am-i' | 'try'>

interface Expected {
  /** The nonce that was sent, where one was. */
  nonce?: string
  /** The subject of the ID token, for the userinfo answer. */
  subject?: string
}

/** How a client that keeps to the standards (oauth4webapi) takes an answer; its refusal is a remark, not an error. */
export async function strictJudgement(
  settings: OAuthSettings,
  step: JudgedStep,
  answer: HttpAnswer,
  expected: Expected = {},
): Promise<Remark> {
  try {
    await process[step](
      serverOf(settings, answer),
      { client_id: settings.clientId || 'client' },
      responseOf(answer),
      expected,
    )
    return {
      verdict: 'pass',
      text: 'A client that keeps to the standard accepts this answer.',
      standard: standards[step],
    }
  } catch (error) {
    const code = isRecord(error) && typeof error.code === 'string' ? error.code : ''
    const refusal = refusalStandards[code]
    if (refusal)
      return { verdict: 'pass', text: 'The refusal has the shape that the standard gives it.', standard: refusal }
    const message = error instanceof Error ? error.message : String(error)
    return {
      verdict: 'fail',
      text: `A client that keeps to the standard refuses this answer: ${message}.`,
      standard: /JWT|ID Token/.test(message) ? 'OIDC Core §3.1.3.7' : standards[step],
    }
  }
}

type Process = (server: AuthorizationServer, client: Client, response: Response, expected: Expected) => Promise<unknown>

const process: Readonly<Record<JudgedStep, Process>> = {
  exchange: (server, client, response, { nonce }) =>
    processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce ?? expectNoNonce }),
  'client-credentials': (server, client, response) => processClientCredentialsResponse(server, client, response),
  refresh: (server, client, response) => processRefreshTokenResponse(server, client, response),
  revoke: (_server, _client, response) => processRevocationResponse(response),
  introspect: (server, client, response) => processIntrospectionResponse(server, client, response),
  userinfo: (server, client, response, { subject }) =>
    processUserInfoResponse(server, client, subject ?? skipSubjectCheck, response),
}

const standards: Readonly<Record<JudgedStep, Standard>> = {
  exchange: 'RFC 6749 §5.1',
  'client-credentials': 'RFC 6749 §4.4.3',
  refresh: 'RFC 6749 §6',
  revoke: 'RFC 7009 §2.2',
  introspect: 'RFC 7662 §2.2',
  userinfo: 'OIDC Core §5.3.2',
}

/** Errors of oauth4webapi that tell of a refusal in order, not of an answer out of order. */
const refusalStandards: Readonly<Partial<Record<string, Standard>>> = {
  OAUTH_RESPONSE_BODY_ERROR: 'RFC 6749 §5.2',
  OAUTH_WWW_AUTHENTICATE_CHALLENGE: 'RFC 6750 §3',
}

/** What of the server a judgement needs. Without an issuer in the settings, that of the ID token is taken for right here. */
function serverOf(settings: OAuthSettings, answer: HttpAnswer): AuthorizationServer {
  const body = parsedJson(answer.body)
  const token = isRecord(body) && typeof body.id_token === 'string' ? decodedJwt(body.id_token) : undefined
  const own = typeof token?.claims.iss === 'string' ? token.claims.iss : 'https://unknown.invalid'
  const algorithm = typeof token?.header.alg === 'string' ? token.header.alg : undefined
  return {
    issuer: settings.issuer || own,
    token_endpoint: settings.tokenUrl,
    // Which algorithms are agreed on is not known here; that there is one is.
    ...(algorithm === undefined || algorithm === 'none' ? {} : { id_token_signing_alg_values_supported: [algorithm] }),
  }
}

function responseOf({ status, headers, body }: HttpAnswer): Response {
  const sent = new Headers()
  for (const [name, value] of headers)
    try {
      sent.append(name, value)
    } catch {
      // What cannot stand in a header cannot be judged.
    }
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers: sent })
}
