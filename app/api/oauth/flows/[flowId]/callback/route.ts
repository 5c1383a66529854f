import { object, string } from 'zod'
import { answerFlow, noFlow } from '@/lib/server/oauth/answer-flow'
import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { readFlow } from '@/lib/server/oauth/flows'
import { pasteCallback } from '@/lib/server/oauth/receive-callback'
import { readBody, route } from '@/lib/server/route'

const pasted = object({ url: string().max(20_000) })

/** Takes a callback URL that was pasted into the page that began its sign-in. */
export const POST = route(async (request, { flowId = '' }) => {
  const { userId } = await requireFlowOwner()
  if (!(await readFlow(userId, flowId))) return noFlow()
  const read = await readBody(request, pasted)
  if (!read.ok) return read.response
  await pasteCallback(userId, flowId, read.body.url.trim())
  const kept = await readFlow(userId, flowId)
  return kept ? answerFlow(kept) : noFlow()
})
