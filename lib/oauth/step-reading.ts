import { compareRefresh } from './answer/compare-refresh'
import { grantedScopes } from './answer/granted-scopes'
import { checkIdToken, decodedJwt } from './answer/id-token'
import { readToken } from './answer/read-token'
import { readIntrospection, readRevocation, readTokenUse } from './answer/read-token-use'
import type { Refusal } from './answer/refusal'
import { strictJudgement } from './answer/strict-judgement'
import type { OAuthFlow, Step } from './flow'
import { tokenOf } from './flow-tokens'
import type { HttpAnswer } from './http'
import type { Remark } from './remark'

export interface StepReading {
  refusal?: Refusal
  remarks: Remark[]
}

/** What is to be said of the answer of a step: the lenient reading, then the strict one. `flow` as it was before; `now` in seconds. */
export async function readStep(flow: OAuthFlow, step: Step, answer: HttpAnswer, now: number): Promise<StepReading> {
  const reading = lenientReading(flow, step, answer, now)
  if (step === 'try' || step === 'who-am-i') return reading
  const strict = await strictJudgement(flow.settings, step, answer, {
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
      return copied(readRevocation(answer, now))
    case 'introspect':
      return copied(readIntrospection(answer, now))
    case 'userinfo':
    case 'who-am-i':
    case 'try':
      return copied(readTokenUse(answer, now))
  }
}

function tokenReading(flow: OAuthFlow, step: Step, answer: HttpAnswer, now: number): StepReading {
  const { token, refusal, remarks } = readToken(flow.settings, answer, now)
  if (!token) return { refusal, remarks: [...remarks] }
  const more = [grantedScopes(flow.settings, token).remark]
  if (token.idToken !== undefined)
    more.push(...checkIdToken(flow.settings, token.idToken, { nonce: flow.authorization?.nonce, now }).remarks)
  const current = tokenOf(flow)
  if (step === 'refresh' && current?.refreshToken !== undefined)
    more.push(
      ...compareRefresh({ accessToken: current.token.accessToken, refreshToken: current.refreshToken }, token).remarks,
    )
  return { remarks: [...remarks, ...more] }
}

function subjectOf(flow: OAuthFlow): string | undefined {
  const idToken = tokenOf(flow)?.token.idToken
  const subject = idToken === undefined ? undefined : decodedJwt(idToken)?.claims.sub
  return typeof subject === 'string' ? subject : undefined
}

function copied({ refusal, remarks }: { refusal?: Refusal; remarks: readonly Remark[] }): StepReading {
  return { refusal, remarks: [...remarks] }
}
