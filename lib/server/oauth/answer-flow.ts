import 'server-only'
import { shownFlow } from '@/lib/oauth/shown-flow'
import { refuse } from '../route'
import { noFlowReason, type KeptFlow } from './flows'

/** A flow as JSON for its page, secrets masked. */
export async function answerFlow({ id, expiresAt, flow }: KeptFlow, status = 200): Promise<Response> {
  return Response.json(await shownFlow(id, expiresAt.getTime(), flow), {
    status,
    headers: { 'Cache-Control': 'no-store' },
  })
}

/** Says that there is no such flow. */
export function noFlow(): Response {
  return refuse(404, noFlowReason)
}
