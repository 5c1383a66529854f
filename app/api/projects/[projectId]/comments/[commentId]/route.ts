import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { changeComment, commentSchema, removeComment } from '@/lib/server/comments/write-comments'
import { requireRate } from '@/lib/server/require-rate'
import { commentLimit, readBody, route } from '@/lib/server/route'

/** Writes one's own comment anew. */
export const PATCH = route(async (request, { projectId = '', commentId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  await requireRate('comments', request, { account: user.id })
  const read = await readBody(request, commentSchema, commentLimit)
  if (!read.ok) return read.response
  const done = await changeComment(projectId, user.id, commentId, read.body)
  return done ? new Response(null, { status: 204 }) : notFound()
})

/** Removes one's own comment; an owner of the project may remove anybody's. */
export const DELETE = route(async (_request, { projectId = '', commentId = '' }) => {
  const { user, role } = await requireAccess(projectId, 'comment')
  const done = await removeComment(projectId, { userId: user.id, owner: role === 'own' }, commentId)
  return done ? new Response(null, { status: 204 }) : notFound()
})
