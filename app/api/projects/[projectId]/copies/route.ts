import { notFound } from 'next/navigation'
import { requireDownload } from '@/lib/server/access'
import { overLimit } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { refuseFor, route } from '@/lib/server/route'
import { copyProject } from '@/lib/server/share/copy-project'

/** Makes a copy that belongs to the sender. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireDownload(projectId)
  const tooOften = await overLimit('projects', { account: user.id, network: networkAddress(request.headers) })
  if (tooOften) return refuseFor(tooOften)
  const id = (await copyProject(user, projectId)) ?? notFound()
  return Response.json({ id }, { status: 201 })
})
