import { withoutClientSecret } from '@/lib/oauth/flow-tokens'
import { answerFlow, noFlow } from '@/lib/server/oauth/answer-flow'
import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { changeFlow } from '@/lib/server/oauth/flows'
import { route } from '@/lib/server/route'

/** Forgets the client secret of a flow; what it brought stays. */
export const DELETE = route(async (_, { flowId = '' }) => {
  const { userId } = await requireFlowOwner()
  const kept = await changeFlow(userId, flowId, withoutClientSecret)
  return kept ? answerFlow(kept) : noFlow()
})
