import { compareRefresh } from './answer/compare-refresh'
import { readToken, secretsOfToken, type Token } from './answer/read-token'
import type { Exchange, OAuthFlow, Step } from './flow'
import { secretsOfSettings } from './redact/mask-settings'
import { opaqueValues } from './redact/opaque-values'
import { redactedRequest } from './redact/redact-message'
import { withoutKnown } from './redact/redact-text'
import { clientProof } from './request/client-authentication'
import type { OAuthSettings } from './settings'

/** The token that a flow has now, and how it came. */
export interface FlowToken {
  token: Token
  /** The one that counts: a refresh without a new one leaves the old. */
  refreshToken?: string
  /** The first that came: who signed in. Refreshes often bring none. */
  idToken?: string
  /** Unix seconds at which it came. */
  at: number
  /** Which exchange brought it. */
  index: number
  /** The one before, where a refresh replaced it, and all that came with it and those before. */
  before?: { accessToken: string; refreshToken: string; values: Token['values'] }
}

/** The newest token among the answers of a flow. */
export function tokenOf({ settings, exchanges }: OAuthFlow): FlowToken | undefined {
  let current: FlowToken | undefined
  for (const [index, { step, at, answer }] of exchanges.entries()) {
    if (!answer || !bringsToken(step)) continue
    const { token } = readToken(settings, answer, at / 1000)
    if (!token) continue
    const before =
      step === 'refresh' && current?.refreshToken !== undefined
        ? {
            accessToken: current.token.accessToken,
            refreshToken: current.refreshToken,
            values: { ...current.before?.values, ...current.token.values },
          }
        : undefined
    const refreshToken = before ? compareRefresh(before, token).refreshToken : token.refreshToken
    const idToken = (step === 'refresh' ? current?.idToken : undefined) ?? token.idToken
    current = { token, refreshToken, idToken, at: Math.floor(at / 1000), index, before }
  }
  return current
}

/** So many values that only look secret are masked wherever they stand, those of the newest answers first. */
const mostOpaque = 100

/** Everything in a flow that must never be shown whole, for masking it wherever it stands. */
export function secretsOf(flow: OAuthFlow): string[] {
  const tokens = flow.exchanges.flatMap(({ answer, at }) => {
    const token = answer && readToken(flow.settings, answer, at / 1000).token
    return token ? secretsOfToken(token) : []
  })
  const opaque = flow.exchanges
    .toReversed()
    .flatMap(({ step, answer }) => (answer && bringsToken(step) ? opaqueValues(answer.body) : []))
    .slice(0, mostOpaque)
  const codes = (flow.callback?.parameters ?? []).flatMap(({ name, value }) => (name === 'code' ? [value] : []))
  const own = [flow.clientSecret, flow.authorization?.verifier, ...secretsOfSettings(flow.settings)]
  return [...own, ...codes, ...tokens, ...opaque, ...basicOf(flow)].filter(
    (secret): secret is string => secret !== undefined && secret !== '',
  )
}

/** True for a step whose answer is to be a token. */
export function bringsToken(step: Step): boolean {
  return step === 'exchange' || step === 'client-credentials' || step === 'refresh'
}

/** A flow without its client secret, which is masked in all that it sent, got and says of it too. Its tokens stay. */
export function withoutClientSecret(flow: OAuthFlow): OAuthFlow {
  const known = [flow.clientSecret, ...basicOf(flow)]
  const clean = (text: string) => withoutKnown(text, known)
  const cleanRemarks = (remarks: Exchange['remarks']) =>
    remarks.map((remark) => ({ ...remark, text: clean(remark.text), remedy: remark.remedy && clean(remark.remedy) }))
  return {
    ...flow,
    clientSecret: '',
    callback: flow.callback && {
      ...flow.callback,
      parameters: flow.callback.parameters.map(({ name, value }) => ({ name, value: clean(value) })),
      remarks: cleanRemarks(flow.callback.remarks),
      description: flow.callback.description && clean(flow.callback.description),
    },
    exchanges: flow.exchanges.map(({ request, answer, remarks, failure, ...exchange }) => {
      const { url, headers, body } = redactedRequest(request, known)
      return {
        ...exchange,
        request: { method: request.method, url, headers: headers.map(([name, value]) => [name, value]), body },
        answer: answer && cleanAnswer(flow.settings, answer, clean),
        failure: failure && clean(failure),
        remarks: cleanRemarks(remarks),
      }
    }),
  }
}

type Answer = NonNullable<Exchange['answer']>

/** A body stays as it came where its token would be another without the word: a secret like `access` is in the names of JSON too. */
function cleanAnswer(settings: OAuthSettings, answer: Answer, clean: (text: string) => string): Answer {
  const headers = answer.headers.map(([name, value]): [string, string] => [name, clean(value)])
  const cleaned = { ...answer, headers, body: clean(answer.body) }
  const [before, after] = [answer, cleaned].map((each) => {
    const { token } = readToken(settings, each, 0)
    return token && [token.accessToken, token.refreshToken, token.idToken].join('\n')
  })
  return before === after ? cleaned : { ...cleaned, body: answer.body }
}

/** The secret as a Basic header has it, encoded before and not, in both alphabets of base64: servers repeat headers too. */
function basicOf({ settings, clientSecret }: OAuthFlow): string[] {
  if (clientSecret === '') return []
  return (['basic', 'basic-raw'] as const).flatMap((clientAuthentication) => {
    const proof = clientProof({ ...settings, clientAuthentication }, clientSecret)
    const header = proof.ok ? (proof.headers[0]?.[1] ?? '') : ''
    const base64 = header.replace(/^Basic /, '').replace(/=+$/, '')
    return [base64, base64.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
