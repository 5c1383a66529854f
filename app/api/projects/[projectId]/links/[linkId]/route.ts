import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { route } from '@/lib/server/route'
import { revokeLink } from '@/lib/server/share/links'

/** Revokes a link: from now on nobody has access by it. */
export const DELETE = route(async (_request, { projectId = '', linkId = '' }) => {
  const { user } = await requireAccess(projectId, 'own')
  if (!(await revokeLink(user.id, projectId, linkId))) notFound()
  return new Response(null, { status: 204 })
})
