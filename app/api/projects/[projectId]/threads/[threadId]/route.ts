import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { answerThread, commentSchema, resolveThread, threadChangeSchema } from '@/lib/server/comments/write-comments'
import { requireRate } from '@/lib/server/require-rate'
import { commentLimit, readBody, route } from '@/lib/server/route'

/** Answers in the thread. */
export const POST = route(async (request, { projectId = '', threadId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  await requireRate('comments', request, { account: user.id })
  const read = await readBody(request, commentSchema, commentLimit)
  if (!read.ok) return read.response
  const id = (await answerThread(projectId, user.id, threadId, read.body)) ?? notFound()
  return Response.json({ id }, { status: 201 })
})

/** Closes the thread, or opens it again. */
export const PATCH = route(async (request, { projectId = '', threadId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  await requireRate('comments', request, { account: user.id })
  const read = await readBody(request, threadChangeSchema, commentLimit)
  if (!read.ok) return read.response
  const done = await resolveThread(projectId, user.id, threadId, read.body.resolved)
  return done ? new Response(null, { status: 204 }) : notFound()
})
