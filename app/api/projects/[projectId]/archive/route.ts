import { notFound } from 'next/navigation'
import { zipFiles } from '@/lib/plugin/package/pack'
import { packageName } from '@/lib/plugin/package/package-name'
import { requireDownload } from '@/lib/server/access'
import { download } from '@/lib/server/download'
import { loadProject } from '@/lib/server/projects'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'

/** All files as a zip, whatever state they are in: nobody's work is locked in. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireDownload(projectId)
  await requireRate('packages', request, { account: user.id })
  const { files } = (await loadProject(projectId)) ?? notFound()
  return download(`${packageName(files)}.zip`, await zipFiles(files))
})
