import { notFound } from 'next/navigation'
import { zipFiles } from '@/lib/plugin/package/pack'
import { packageName } from '@/lib/plugin/package/package-name'
import { requireDownload } from '@/lib/server/access'
import { download } from '@/lib/server/download'
import { overLimit } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { loadProject } from '@/lib/server/projects'
import { refuseFor, route } from '@/lib/server/route'

/** All files as a zip, whatever state they are in: nobody's work is locked in. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireDownload(projectId)
  const tooOften = await overLimit('packages', { account: user.id, network: networkAddress(request.headers) })
  if (tooOften) return refuseFor(tooOften)
  const { files } = (await loadProject(projectId)) ?? notFound()
  return download(`${packageName(files)}.zip`, await zipFiles(files))
})
