import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { changeComment, commentSchema, removeComment } from '@/lib/server/comments/write-comments'
import { overLimit } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { commentLimit, readBody, refuseFor, route } from '@/lib/server/route'

/** Writes one's own comment anew. */
export const PATCH = route(async (request, { projectId = '', commentId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  const tooOften = await overLimit('comments', { account: user.id, network: networkAddress(request.headers) })
  if (tooOften) return refuseFor(tooOften)
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
