import 'server-only'
import { shownFlow } from '@/lib/oauth/shown-flow'
import { refuse } from '../route'
import type { KeptFlow } from './flows'

/** A flow as JSON for its page, secrets masked. */
export async function answerFlow({ id, expiresAt, flow }: KeptFlow, status = 200): Promise<Response> {
  return Response.json(await shownFlow(id, expiresAt.getTime(), flow), {
    status,
    headers: { 'Cache-Control': 'no-store' },
  })
}

/** Another's flow, one that is over and one that never was look the same. */
export function noFlow(): Response {
  return refuse(404, 'Start again: this flow is not here, or it is over. Flows are kept for an hour.')
}
