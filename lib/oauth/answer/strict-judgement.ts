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
import { headerOf, type HttpAnswer } from '../http'
import { isRecord, parsedJson } from '../json'
import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'
import type { Standard } from '../standard'
import { decodedJwt } from './id-token'
import { readLifetime } from './read-lifetime'

/** Steps that a standard has an answer for. */
type JudgedStep = Exclude<Step, 'who-am-i' | 'try' | 'revoke-access'>

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
      responseOf(step, answer),
      expected,
    )
    const type = foreignType(step, answer)
    if (type !== undefined)
      return {
        strict: true,
        verdict: 'fail',
        text: `A client that keeps to the standard refuses this answer: it came ${type}, not as application/json.`,
        standard: givesToken(step) ? 'RFC 6749 §5.1' : standards[step],
      }
    return {
      strict: true,
      verdict: 'pass',
      text: `A client that keeps to the standard accepts this answer.${leniency(step, answer)}`,
      standard: standards[step],
    }
  } catch (error) {
    const code = isRecord(error) && typeof error.code === 'string' ? error.code : ''
    const refusal = refusalStandard(step, code)
    if (refusal)
      return {
        strict: true,
        verdict: 'pass',
        text: 'The refusal has the shape that the standard gives it.',
        standard: refusal,
      }
    const message = error instanceof Error ? error.message : String(error)
    return {
      strict: true,
      verdict: 'fail',
      text: `A client that keeps to the standard refuses this answer: ${message}.`,
      standard: /JWT|ID Token/.test(message)
        ? step === 'refresh'
          ? 'OIDC Core §12.2'
          : 'OIDC Core §3.1.3.7'
        : givesToken(step) && answer.status >= 400
          ? 'RFC 6749 §5.2'
          : standards[step],
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

/** Where errors of oauth4webapi tell of a refusal in order, and not of an answer out of order: the paragraph that has its shape. */
function refusalStandard(step: JudgedStep, code: string): Standard | undefined {
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return step === 'userinfo' ? 'RFC 6750 §3' : 'RFC 6749 §5.2'
  if (code !== 'OAUTH_RESPONSE_BODY_ERROR') return undefined
  return step === 'revoke' ? 'RFC 7009 §2.2.1' : step === 'introspect' ? 'RFC 7662 §2.3' : 'RFC 6749 §5.2'
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

function givesToken(step: JudgedStep): boolean {
  return step === 'exchange' || step === 'client-credentials' || step === 'refresh'
}

/** How a body that should be JSON calls itself otherwise: oauth4webapi looks at the type only where the body is no JSON. */
function foreignType(step: JudgedStep, answer: HttpAnswer): string | undefined {
  if (step === 'revoke') return undefined
  const type = headerOf(answer, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === '') return 'without a Content-Type'
  return type === 'application/json' || /^application\/(?:[\w-]+\+)?jwt$/.test(type) ? undefined : `as ${type}`
}

/** Where oauth4webapi itself takes what the standard does not have. */
function leniency(step: JudgedStep, answer: HttpAnswer): string {
  const body = givesToken(step) ? parsedJson(answer.body) : undefined
  const bent = isRecord(body) && readLifetime(body.expires_in).remarks.some(({ verdict }) => verdict === 'bent')
  return bent ? ' With expires_in it is lenient: it takes any number from 0 up, as a text too.' : ''
}

/** A token endpoint refuses in its body (RFC 6749 §5.2): a challenge beside it, which is for calls with a token, tells nothing. */
function responseOf(step: JudgedStep, { status, headers, body }: HttpAnswer): Response {
  const sent = new Headers()
  for (const [name, value] of headers)
    try {
      sent.append(name, value)
    } catch {
      // What cannot stand in a header cannot be judged.
    }
  if (givesToken(step)) sent.delete('WWW-Authenticate')
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers: sent })
}
