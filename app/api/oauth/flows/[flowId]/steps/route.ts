import { enum as oneOf, object, string } from 'zod'
import { steps } from '@/lib/oauth/flow'
import { networkAddress } from '@/lib/server/network-address'
import { answerFlow, noFlow } from '@/lib/server/oauth/answer-flow'
import { tooManyClicks } from '@/lib/server/oauth/clicks'
import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { readFlow } from '@/lib/server/oauth/flows'
import { performStep } from '@/lib/server/oauth/perform-step'
import { readBody, refuse, route } from '@/lib/server/route'

const asked = object({ step: oneOf(steps), url: string().max(2000).optional() })

/** Sends the request of a step to the flow's server. What is sent follows from the flow: this is no way to fetch anything. */
export const POST = route(async (request, { flowId = '' }) => {
  const { userId } = await requireFlowOwner()
  if (!(await readFlow(userId, flowId))) return noFlow()
  const read = await readBody(request, asked)
  if (!read.ok) return read.response
  const wait = await tooManyClicks(userId, networkAddress(request.headers))
  if (wait !== undefined) return refuse(429, wait)
  const performed = await performStep(userId, flowId, read.body.step, read.body.url)
  return performed.ok ? answerFlow(performed.kept) : refuse(performed.status, performed.reason)
})
