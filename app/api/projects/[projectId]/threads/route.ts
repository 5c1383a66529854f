import { notFound } from 'next/navigation'
import { allows, requireAccess } from '@/lib/server/access'
import { listThreads } from '@/lib/server/comments/list-threads'
import { startThread, threadSchema } from '@/lib/server/comments/write-comments'
import { requireRate } from '@/lib/server/require-rate'
import { commentLimit, readBody, refuse, route } from '@/lib/server/route'

/** All threads of the project, at their places in the head revision. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user, role } = await requireAccess(projectId, 'view')
  await requireRate('reads', request, { account: user.id })
  const listed = (await listThreads(projectId)) ?? notFound()
  const you = { id: user.id, mayComment: allows(role, 'comment'), mayRemove: allows(role, 'own') }
  return Response.json({ ...listed, you }, { headers: { 'Cache-Control': 'no-store' } })
})

/** Begins a thread at a field or at lines of a saved file. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  await requireRate('comments', request, { account: user.id })
  const read = await readBody(request, threadSchema, commentLimit)
  if (!read.ok) return read.response
  const id = await startThread(projectId, user.id, read.body)
  return id === undefined
    ? refuse(422, 'place: Name a field or lines of a text file in a saved revision.')
    : Response.json({ id }, { status: 201 })
})
