import { requireAccess } from '@/lib/server/access'
import { deleteProject } from '@/lib/server/projects'
import { route } from '@/lib/server/route'

/** Takes the project out of every list. */
export const DELETE = route(async (_request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'own')
  await deleteProject(projectId, user.id)
  return new Response(null, { status: 204 })
})
