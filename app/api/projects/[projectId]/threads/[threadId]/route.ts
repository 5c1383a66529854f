import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { answerThread, commentSchema, resolveThread, threadChangeSchema } from '@/lib/server/comments/write-comments'
import { overLimit } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { commentLimit, readBody, refuseFor, route } from '@/lib/server/route'

/** Answers in the thread. */
export const POST = route(async (request, { projectId = '', threadId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  const tooOften = await overLimit('comments', { account: user.id, network: networkAddress(request.headers) })
  if (tooOften) return refuseFor(tooOften)
  const read = await readBody(request, commentSchema, commentLimit)
  if (!read.ok) return read.response
  const id = (await answerThread(projectId, user.id, threadId, read.body)) ?? notFound()
  return Response.json({ id }, { status: 201 })
})

/** Closes the thread, or opens it again. */
export const PATCH = route(async (request, { projectId = '', threadId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  const tooOften = await overLimit('comments', { account: user.id, network: networkAddress(request.headers) })
  if (tooOften) return refuseFor(tooOften)
  const read = await readBody(request, threadChangeSchema, commentLimit)
  if (!read.ok) return read.response
  const done = await resolveThread(projectId, user.id, threadId, read.body.resolved)
  return done ? new Response(null, { status: 204 }) : notFound()
})
