import { noFlow } from '@/lib/server/oauth/answer-flow'
import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { revealFlow } from '@/lib/server/oauth/reveal-flow'
import { route } from '@/lib/server/route'

/** The secrets of a flow in clear, for its user, who asked for it. The only answer that has them; each is written down. */
export const POST = route(async (_, { flowId = '' }) => {
  const { userId } = await requireFlowOwner()
  const secrets = await revealFlow(userId, flowId)
  return secrets ? Response.json(secrets, { headers: { 'Cache-Control': 'no-store' } }) : noFlow()
})
