import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { route } from '@/lib/server/route'
import { leaveShared } from '@/lib/server/share/people'

/** Takes a project that came by a link off the sender's list. */
export const DELETE = route(async (_request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  if (!(await leaveShared(user.id, projectId))) notFound()
  return new Response(null, { status: 204 })
})
