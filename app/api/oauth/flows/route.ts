import { answerFlow } from '@/lib/server/oauth/answer-flow'
import { clickRoute, readClick } from '@/lib/server/oauth/click-route'
import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { cookieNameOf, readFlow, removeFlows } from '@/lib/server/oauth/flows'
import { startFlow, startInput } from '@/lib/server/oauth/start-flow'
import { ownOrigin } from '@/lib/server/own-origin'
import { refuse, route } from '@/lib/server/route'

/** Begins a flow. The cookie ties its callback to this browser; it goes with the authorization. */
export const POST = clickRoute(async (click) => {
  const { owner, request } = click
  const read = await readClick(click, startInput)
  if (!read.ok) return read.response
  const origin = ownOrigin(request.headers)
  const started = await startFlow(owner, origin, read.body)
  if (!started.ok) return refuse(started.status ?? 422, started.reason)
  const kept = await readFlow(owner.userId, started.id)
  if (!kept) return refuse(500, 'Try again: the flow was not kept.')
  const response = await answerFlow(kept, 201)
  if (started.cookie) {
    const secure = origin.startsWith('https:') ? '; Secure' : ''
    const { state, value } = started.cookie
    // Lax, since the callback comes from another site
    response.headers.append(
      'Set-Cookie',
      `${cookieNameOf(state)}=${value}; Path=/; Max-Age=300; HttpOnly; SameSite=Lax${secure}`,
    )
  }
  return response
})

/** Clears all: nothing of the sender's flows can be read again. */
export const DELETE = route(async () => {
  const { userId } = await requireFlowOwner()
  await removeFlows(userId)
  return new Response(null, { status: 204 })
})
