import 'server-only'
import type { Exchange, OAuthFlow, Step } from '@/lib/oauth/flow'
import { bringsToken, withoutClientSecret } from '@/lib/oauth/flow-tokens'
import type { HttpAnswer, HttpRequest } from '@/lib/oauth/http'
import { readStep } from '@/lib/oauth/step-reading'
import { stepRequest } from '@/lib/oauth/step-request'
import { safeFetch } from '../safe-fetch'
import { answerText } from './answer-text'
import { alone, changeFlow, noFlowReason, readFlow, type KeptFlow } from './flows'
import { limits } from './limits'

export type Performed = { ok: true; kept: KeptFlow } | { ok: false; status: 404 | 409 | 422; reason: string }

/**
 * Sends the request of a step and keeps what came back. One at a time for a flow; a code is gone before it is sent, since it works
 * once whatever comes back. `url` is that of the step `try`.
 */
export async function performStep(userId: string, id: string, step: Step, url?: string): Promise<Performed> {
  const found = await readFlow(userId, id)
  if (!found) return gone
  const claimed = await alone(id, () => perform(userId, id, step, url))
  return claimed.busy
    ? { ok: false, status: 409, reason: 'Wait for the answer: a request of this flow is under way.' }
    : claimed.result
}

async function perform(userId: string, id: string, step: Step, url: string | undefined): Promise<Performed> {
  const found = await readFlow(userId, id)
  if (!found) return gone
  const { flow } = found
  if (sizeOf(flow.exchanges) > limits.exchanges.bytes) return full
  const built = stepRequest(flow, step, url)
  if (!built.ok) return { ok: false, status: 422, reason: built.reason }
  if (step === 'exchange') await changeFlow(userId, id, withoutCode)
  const exchange = await send(flow, step, built.request)
  const kept = await changeFlow(userId, id, (now) => {
    const next = { ...now, exchanges: remembered(now.exchanges, exchange) }
    // Emptied while the request was under way: this one still has it.
    const wasEmptied = now.clientSecret === '' && flow.clientSecret !== ''
    return wasEmptied ? withoutClientSecret({ ...next, clientSecret: flow.clientSecret }) : next
  })
  return kept ? { ok: true, kept } : gone
}

const full = {
  ok: false,
  status: 422,
  reason: `Start again: a flow remembers ${limits.exchanges.bytes / 1024 / 1024} MiB of answers at most.`,
} as const
const gone = { ok: false, status: 404, reason: noFlowReason } as const

/** The newest requests, and with them all that brought a token: without these the flow would not know what it has. */
function remembered(exchanges: readonly Exchange[], exchange: Exchange): Exchange[] {
  let kept = [...exchanges]
  const { count, bytes } = limits.exchanges
  const isFull = () => kept.length >= count || sizeOf([...kept, exchange]) > bytes
  for (const old of exchanges.filter(({ step }) => !bringsToken(step)))
    if (isFull()) kept = kept.filter((each) => each !== old)
  return [...kept, exchange]
}

const sizeOf = (exchanges: readonly Exchange[]) => Buffer.byteLength(JSON.stringify(exchanges))

function withoutCode(flow: OAuthFlow): OAuthFlow {
  return { ...flow, callback: flow.callback && { ...flow.callback, code: undefined } }
}

async function send(flow: OAuthFlow, step: Step, request: HttpRequest): Promise<Exchange> {
  const at = Date.now()
  const sent: Exchange = {
    step,
    at,
    request: { ...request, headers: request.headers.map(([name, value]): [string, string] => [name, value]) },
    remarks: [],
  }
  const result = await safeFetch(
    request.url,
    { method: request.method, headers: Object.fromEntries(request.headers), body: request.body },
    limits.request,
  )
  if (!result.ok) return { ...sent, failure: result.reason }
  const answer = {
    status: result.status,
    headers: result.headers,
    body: answerText(result),
    milliseconds: Date.now() - at,
  } satisfies HttpAnswer
  const { remarks } = await readStep(flow, step, answer, Math.floor(at / 1000))
  return { ...sent, answer, remarks }
}
