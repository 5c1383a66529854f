import type { Token } from './answer/read-token'
import { authorizationRequest, type AuthorizationRequest } from './authorization-request'
import { explainError } from './errors/explain-error'
import type { Explanation } from './errors/explanation'
import { steps, type Exchange, type OAuthFlow, type Step } from './flow'
import { secretsOf, tokenOf } from './flow-tokens'
import type { HttpRequest } from './http'
import { isNumber, isRecord } from './json'
import { challengeOf } from './pkce'
import { curlOf } from './redact/curl'
import { mask } from './redact/mask'
import { maskedSettings } from './redact/mask-settings'
import { redactedAnswer, redactedRequest } from './redact/redact-message'
import { redactText } from './redact/redact-text'
import { isSecretName } from './redact/secret-names'
import { configuredOrigins } from './request/token-use-requests'
import type { OAuthSettings } from './settings'
import { lenientReading } from './step-reading'
import { stepRequest } from './step-request'

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
  /** What can be asked now. */
  offers: ShownOffer[]
  token?: ShownToken
}

/** A step, and its request as it would go out now, secrets masked; or what is lacking for it. That of `try` stands for any address. */
export type ShownOffer = { step: Step } & ({ ok: true; request: Exchange['request'] } | { ok: false; reason: string })

/** The token that a flow has now, values masked. */
export interface ShownToken {
  token: Token
  refreshToken?: string
  /** Unix seconds. */
  at: number
  /** Which exchange brought it. */
  index: number
  /** The one before, where a refresh replaced it. */
  before?: { accessToken: string; refreshToken: string; values: Token['values']; rotated: boolean }
  /** What masks cannot tell of values: those that came as no text, and those that are the client secret. */
  notText: string[]
  clientSecretAt: string[]
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
    settings: maskedSettings(flow.settings, known),
    clientSecret: mask(flow.clientSecret),
    redirectUri: flow.redirectUri,
    authorization: await shownAuthorization(flow),
    callback: shownCallback(flow, known),
    exchanges: flow.exchanges.map((exchange, index) => shownExchange(flow, exchange, index, known)),
    offers: steps.map((step) => shownOffer(flow, step, known)),
    token: shownToken(flow, known),
  }
}

function shownOffer(flow: OAuthFlow, step: Step, known: readonly string[]): ShownOffer {
  const built = stepRequest(flow, step, configuredOrigins(flow.settings)[0])
  return built.ok ? { step, ok: true, request: shownRequest(built.request, known) } : { step, ...built }
}

function shownRequest(request: HttpRequest, known: readonly string[]): Exchange['request'] {
  return { ...copied(redactedRequest(request, known)), method: request.method }
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
    request: shownRequest(request, known),
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

function shownToken(flow: OAuthFlow, known: readonly string[]): ShownToken | undefined {
  const current = tokenOf(flow)
  if (!current) return undefined
  const { token, refreshToken, at, index, before } = current
  const values = (given: Token['values']) =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, shownValue(name, value, known)]))
  const namesOf = (is: (value: unknown) => boolean) =>
    Object.entries(token.values).flatMap(([name, value]) => (is(value) ? [name] : []))
  return {
    at,
    index,
    refreshToken: refreshToken && mask(refreshToken),
    token: {
      ...token,
      accessToken: mask(token.accessToken),
      refreshToken: token.refreshToken && mask(token.refreshToken),
      idToken: token.idToken && mask(token.idToken),
      values: values(token.values),
    },
    before: before && {
      accessToken: mask(before.accessToken),
      refreshToken: mask(before.refreshToken),
      values: values(before.values),
      rotated: refreshToken !== before.refreshToken,
    },
    notText: namesOf((value) => typeof value !== 'string'),
    clientSecretAt: namesOf((value) => flow.clientSecret !== '' && value === flow.clientSecret),
  }
}

/** So many levels of a value are shown: JSON can be nested deeper than any program can follow. */
const mostLevels = 30

/** Masked, what stands below the name of a secret too; of its type else, as far as a page can be sent it. */
function shownValue(name: string, value: unknown, known: readonly string[], inSecret = false, level = 0): unknown {
  const secret = inSecret || isSecretName(name, true)
  const inside = (key: string, each: unknown) => shownValue(key, each, known, secret, level + 1)
  if (level > mostLevels) return '…'
  if (Array.isArray(value)) return value.map((each: unknown) => inside(name, each))
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(key, each)]))
  if (secret && (typeof value === 'string' || isNumber(value))) return mask(String(value))
  if (typeof value === 'bigint') return redactText(String(value), { known })
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
