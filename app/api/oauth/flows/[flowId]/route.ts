import { answerFlow, noFlow } from '@/lib/server/oauth/answer-flow'
import { tooManyLooks } from '@/lib/server/oauth/clicks'
import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { readFlow, removeFlows } from '@/lib/server/oauth/flows'
import { refuseFor, route } from '@/lib/server/route'

/** A flow as it stands; pages ask again while they wait for a callback. */
export const GET = route(async (_, { flowId = '' }) => {
  const { userId } = await requireFlowOwner()
  const wait = await tooManyLooks(userId)
  if (wait !== undefined) return refuseFor({ message: wait, seconds: 60 })
  const kept = await readFlow(userId, flowId)
  return kept ? answerFlow(kept) : noFlow()
})

/** Forgets a flow and its secrets. */
export const DELETE = route(async (_, { flowId = '' }) => {
  const { userId } = await requireFlowOwner()
  if (!(await readFlow(userId, flowId))) return noFlow()
  await removeFlows(userId, flowId)
  return new Response(null, { status: 204 })
})
