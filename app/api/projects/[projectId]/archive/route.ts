import { notFound } from 'next/navigation'
import { zipFiles } from '@/lib/plugin/package/pack'
import { packageName } from '@/lib/plugin/package/package-name'
import { requireAccess } from '@/lib/server/access'
import { download } from '@/lib/server/download'
import { loadProject } from '@/lib/server/projects'
import { route } from '@/lib/server/route'

/** All files as a zip, whatever state they are in: nobody's work is locked in. */
export const GET = route(async (_request, { projectId = '' }) => {
  await requireAccess(projectId, 'view')
  const { files } = (await loadProject(projectId)) ?? notFound()
  return download(`${packageName(files)}.zip`, await zipFiles(files))
})
