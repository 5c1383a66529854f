import { compareRefresh } from './answer/compare-refresh'
import { readToken, secretsOfToken, type Token } from './answer/read-token'
import type { OAuthFlow } from './flow'

/** The token that a flow has now, and how it came. */
export interface FlowToken {
  token: Token
  /** The one that counts: a refresh without a new one leaves the old. */
  refreshToken?: string
  /** Unix seconds at which it came. */
  at: number
  /** Which exchange brought it. */
  index: number
  /** The one before, where a refresh replaced it. */
  before?: { accessToken: string; refreshToken: string }
}

/** The newest token among the answers of a flow. */
export function tokenOf({ settings, exchanges }: OAuthFlow): FlowToken | undefined {
  let current: FlowToken | undefined
  for (const [index, { step, at, answer }] of exchanges.entries()) {
    if (!answer || !['exchange', 'client-credentials', 'refresh'].includes(step)) continue
    const { token } = readToken(settings, answer, at / 1000)
    if (!token) continue
    const before =
      step === 'refresh' && current?.refreshToken !== undefined
        ? { accessToken: current.token.accessToken, refreshToken: current.refreshToken }
        : undefined
    const refreshToken = before ? compareRefresh(before, token).refreshToken : token.refreshToken
    current = { token, refreshToken, at: Math.floor(at / 1000), index, before }
  }
  return current
}

/** Everything in a flow that must never be shown whole, for masking it wherever it stands. */
export function secretsOf(flow: OAuthFlow): string[] {
  const tokens = flow.exchanges.flatMap(({ answer, at }) => {
    const token = answer && readToken(flow.settings, answer, at / 1000).token
    return token ? secretsOfToken(token) : []
  })
  const codes = (flow.callback?.parameters ?? []).flatMap(({ name, value }) => (name === 'code' ? [value] : []))
  return [flow.clientSecret, flow.authorization?.verifier, ...codes, ...tokens].filter(
    (secret): secret is string => secret !== undefined && secret !== '',
  )
}
