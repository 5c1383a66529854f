import { noFlow } from '@/lib/server/oauth/answer-flow'
import { clickRoute } from '@/lib/server/oauth/click-route'
import { revealFlow } from '@/lib/server/oauth/reveal-flow'

/** The secrets of a flow in clear, for its user, who asked for it. The only answer that has them; each is written down. */
export const POST = clickRoute(async ({ owner, params: { flowId = '' } }) => {
  const secrets = await revealFlow(owner.userId, flowId)
  return secrets ? Response.json(secrets, { headers: { 'Cache-Control': 'no-store' } }) : noFlow()
})
