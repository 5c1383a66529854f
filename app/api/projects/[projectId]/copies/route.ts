import { notFound } from 'next/navigation'
import { requireDownload } from '@/lib/server/access'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'
import { copyProject } from '@/lib/server/share/copy-project'

/** Makes a copy that belongs to the sender. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireDownload(projectId)
  await requireRate('projects', request, { account: user.id })
  const id = (await copyProject(user, projectId)) ?? notFound()
  return Response.json({ id }, { status: 201 })
})
