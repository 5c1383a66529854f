import { object, string } from 'zod'
import { answerFlow, noFlow } from '@/lib/server/oauth/answer-flow'
import { clickRoute, readClick } from '@/lib/server/oauth/click-route'
import { readFlow } from '@/lib/server/oauth/flows'
import { pasteCallback } from '@/lib/server/oauth/receive-callback'
import { refuse } from '@/lib/server/route'

const pasted = object({ url: string().max(20_000) })

/** Takes a callback URL that was pasted into the page that began its sign-in. */
export const POST = clickRoute(async (click) => {
  const { flowId = '' } = click.params
  const { userId } = click.owner
  if (!(await readFlow(userId, flowId))) return noFlow()
  const read = await readClick(click, pasted)
  if (!read.ok) return read.response
  const reason = await pasteCallback(userId, flowId, read.body.url.trim())
  if (reason !== undefined) return refuse(409, reason)
  const kept = await readFlow(userId, flowId)
  return kept ? answerFlow(kept) : noFlow()
})
