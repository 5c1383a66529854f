import { enum as oneOf, object, string } from 'zod'
import { steps } from '@/lib/oauth/flow'
import { answerFlow, noFlow } from '@/lib/server/oauth/answer-flow'
import { clickRoute, readClick } from '@/lib/server/oauth/click-route'
import { readFlow } from '@/lib/server/oauth/flows'
import { performStep } from '@/lib/server/oauth/perform-step'
import { refuse } from '@/lib/server/route'

const asked = object({ step: oneOf(steps), url: string().max(2000).optional() })

/** Sends the request of a step to the flow's server. What is sent follows from the flow: this is no way to fetch anything. */
export const POST = clickRoute(async (click) => {
  const { flowId = '' } = click.params
  const { userId } = click.owner
  if (!(await readFlow(userId, flowId))) return noFlow()
  const read = await readClick(click, asked)
  if (!read.ok) return read.response
  const performed = await performStep(userId, flowId, read.body.step, read.body.url)
  return performed.ok ? answerFlow(performed.kept) : refuse(performed.status, performed.reason)
})
