import type { Token } from './answer/read-token'
import { authorizationRequest, type AuthorizationRequest } from './authorization-request'
import { explainError } from './errors/explain-error'
import type { Explanation } from './errors/explanation'
import type { Exchange, OAuthFlow, Step } from './flow'
import { secretsOf, tokenOf } from './flow-tokens'
import { isRecord } from './json'
import { challengeOf } from './pkce'
import { curlOf } from './redact/curl'
import { mask } from './redact/mask'
import { redactedAnswer, redactedRequest } from './redact/redact-message'
import { redactText } from './redact/redact-text'
import { isSecretName } from './redact/secret-names'
import type { OAuthSettings } from './settings'
import { lenientReading } from './step-reading'

/** A flow as a page may have it: every secret a mask. */
export interface ShownFlow {
  id: string
  /** Times in ms since 1970. */
  expiresAt: number
  settings: OAuthSettings
  /** Masked; empty where there is none. */
  clientSecret: string
  redirectUri: string
  authorization?: AuthorizationRequest & { at: number }
  callback?: OAuthFlow['callback'] & { explanations: Explanation[] }
  exchanges: ShownExchange[]
  /** Values masked; `index` says which exchange brought it. */
  token?: { token: Token; refreshToken?: string; at: number; index: number }
}

export interface ShownExchange extends Exchange {
  curl: string
  refusal?: { code: string; description: string; uri?: string }
  explanations: Explanation[]
}

/** What the page of a flow is given: what was sent and what came back, secrets masked wherever they stand, errors explained. */
export async function shownFlow(id: string, expiresAt: number, flow: OAuthFlow): Promise<ShownFlow> {
  const known = secretsOf(flow)
  return {
    id,
    expiresAt,
    settings: flow.settings,
    clientSecret: flow.clientSecret && mask(flow.clientSecret),
    redirectUri: flow.redirectUri,
    authorization: await shownAuthorization(flow),
    callback: shownCallback(flow, known),
    exchanges: flow.exchanges.map((exchange, index) => shownExchange(flow, exchange, index, known)),
    token: shownToken(flow, known),
  }
}

async function shownAuthorization(flow: OAuthFlow): Promise<ShownFlow['authorization']> {
  const { authorization, settings, redirectUri } = flow
  if (!authorization) return undefined
  const { state, verifier, nonce, at } = authorization
  const challenge =
    verifier === undefined || settings.pkce === 'off' ? undefined : await challengeOf(verifier, settings.pkce)
  const request = authorizationRequest(settings, { redirectUri, state, challenge, nonce })
  return request && { ...request, at }
}

function shownCallback({ callback }: OAuthFlow, known: readonly string[]): ShownFlow['callback'] {
  if (!callback) return undefined
  const error = callback.error && redactText(callback.error, { known })
  const description = redactText(callback.description ?? '', { known })
  return {
    ...callback,
    error,
    description,
    code: callback.code && mask(callback.code),
    parameters: callback.parameters.map(({ name, value }) => ({
      name,
      value: isSecretName(name) ? mask(value) : redactText(value, { known }),
    })),
    remarks: callback.remarks.map((remark) => shownRemark(remark, known)),
    explanations: error === undefined ? [] : explainError({ step: 'callback', code: error, description }),
  }
}

function shownExchange(flow: OAuthFlow, exchange: Exchange, index: number, known: readonly string[]): ShownExchange {
  const { request, answer, step, at } = exchange
  const before = { ...flow, exchanges: flow.exchanges.slice(0, index) }
  const refusal = answer && lenientReading(before, step, answer, at / 1000).refusal
  return {
    ...exchange,
    request: { ...copied(redactedRequest(request, known)), method: request.method },
    answer: answer && { ...answer, ...copied(redactedAnswer(answer, known)) },
    remarks: exchange.remarks.map((remark) => shownRemark(remark, known)),
    curl: curlOf(request, known),
    refusal: refusal && {
      code: redactText(refusal.code, { known }),
      description: redactText(refusal.description, { known }),
      uri: refusal.uri && redactText(refusal.uri, { known }),
    },
    explanations: refusal ? explanationsOf(step, refusal) : [],
  }
}

function explanationsOf(
  step: Step,
  refusal: { code: string; description: string; status: number; retryAfter?: number },
): Explanation[] {
  const { code, description, status, retryAfter } = refusal
  return explainError({ step, code, description, status, retryAfter })
}

function shownToken(flow: OAuthFlow, known: readonly string[]): ShownFlow['token'] {
  const current = tokenOf(flow)
  if (!current) return undefined
  const { token, refreshToken, at, index } = current
  return {
    at,
    index,
    refreshToken: refreshToken && mask(refreshToken),
    token: {
      ...token,
      accessToken: mask(token.accessToken),
      refreshToken: token.refreshToken && mask(token.refreshToken),
      idToken: token.idToken && mask(token.idToken),
      values: Object.fromEntries(
        Object.entries(token.values).map(([name, value]) => [name, shownValue(name, value, known)]),
      ),
    },
  }
}

/** Masked, what stands below the name of a secret too; of its type else: a page tells text from numbers. */
function shownValue(name: string, value: unknown, known: readonly string[], inSecret = false): unknown {
  const secret = inSecret || isSecretName(name, true)
  if (Array.isArray(value)) return value.map((each: unknown) => shownValue(name, each, known, secret))
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([inner, each]) => [inner, shownValue(inner, each, known, secret)]),
    )
  if (secret && (typeof value === 'string' || typeof value === 'number')) return mask(String(value))
  return typeof value === 'string' ? redactText(value, { known }) : value
}

function shownRemark<T extends { text: string; remedy?: string }>(remark: T, known: readonly string[]): T {
  return {
    ...remark,
    text: redactText(remark.text, { known }),
    ...(remark.remedy === undefined ? {} : { remedy: redactText(remark.remedy, { known }) }),
  }
}

function copied<T extends { headers: readonly (readonly [string, string])[] }>(
  message: T,
): Omit<T, 'headers'> & { headers: [string, string][] } {
  return { ...message, headers: message.headers.map(([name, value]): [string, string] => [name, value]) }
}
