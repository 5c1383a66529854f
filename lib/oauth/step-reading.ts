import { compareRefresh } from './answer/compare-refresh'
import { grantedScopes } from './answer/granted-scopes'
import { checkIdToken, decodedJwt } from './answer/id-token'
import { readToken } from './answer/read-token'
import { ofUserinfo, readIntrospection, readRevocation, readTokenUse } from './answer/read-token-use'
import type { Refusal } from './answer/refusal'
import { strictJudgement } from './answer/strict-judgement'
import type { OAuthFlow, Step } from './flow'
import { tokenOf } from './flow-tokens'
import type { HttpAnswer } from './http'
import { proofRemarks } from './request/client-authentication'
import type { Remark } from './remark'

export interface StepReading {
  refusal?: Refusal
  remarks: Remark[]
}

/** What is to be said of the answer of a step: the lenient reading, then the strict one. `flow` as it was before; `now` in seconds. */
export async function readStep(flow: OAuthFlow, step: Step, answer: HttpAnswer, now: number): Promise<StepReading> {
  const reading = lenientReading(flow, step, answer, now)
  if (step === 'try' || step === 'who-am-i') return reading
  const strict = await strictJudgement(flow.settings, step === 'revoke-access' ? 'revoke' : step, answer, {
    nonce: flow.authorization?.nonce,
    subject: subjectOf(flow),
  })
  return { ...reading, remarks: [...reading.remarks, strict] }
}

/** The same without the judgement of a strict client; for what can be told again at any time. */
export function lenientReading(flow: OAuthFlow, step: Step, answer: HttpAnswer, now: number): StepReading {
  switch (step) {
    case 'exchange':
    case 'client-credentials':
    case 'refresh':
      return tokenReading(flow, step, answer, now)
    case 'revoke':
      return copied(readRevocation(answer, now, 'refresh_token'))
    case 'revoke-access':
      return copied(
        readRevocation(answer, now, tokenOf(flow)?.refreshToken === undefined ? 'only_token' : 'access_token'),
      )
    case 'introspect':
      return copied(readIntrospection(answer, now))
    case 'userinfo':
      return copied(readTokenUse(answer, now, ofUserinfo))
    case 'who-am-i':
    case 'try':
      return copied(readTokenUse(answer, now))
  }
}

function tokenReading(flow: OAuthFlow, step: Step, answer: HttpAnswer, now: number): StepReading {
  const reading = readToken(flow.settings, answer, now)
  const { token, refusal } = reading
  const remarks = [...proofRemarks(flow.settings, flow.clientSecret), ...reading.remarks]
  if (!token) return { refusal, remarks: [...remarks] }
  const more = [grantedScopes(flow.settings, token).remark]
  const current = tokenOf(flow)
  if (token.idToken !== undefined) {
    const first = step === 'refresh' && current?.idToken !== undefined ? decodedJwt(current.idToken)?.claims : undefined
    const nonce = step === 'exchange' ? flow.authorization?.nonce : undefined
    more.push(...checkIdToken(flow.settings, token.idToken, { nonce, first, now }).remarks)
  }
  if (step === 'refresh' && current?.refreshToken !== undefined)
    more.push(
      ...compareRefresh({ accessToken: current.token.accessToken, refreshToken: current.refreshToken }, token).remarks,
    )
  return { remarks: [...remarks, ...more] }
}

function subjectOf(flow: OAuthFlow): string | undefined {
  const idToken = tokenOf(flow)?.idToken
  const subject = idToken === undefined ? undefined : decodedJwt(idToken)?.claims.sub
  return typeof subject === 'string' ? subject : undefined
}

function copied({ refusal, remarks }: { refusal?: Refusal; remarks: readonly Remark[] }): StepReading {
  return { refusal, remarks: [...remarks] }
}
