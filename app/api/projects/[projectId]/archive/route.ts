import { notFound } from 'next/navigation'
import { zipFiles } from '@/lib/plugin/package/pack'
import { requireAccess } from '@/lib/server/access'
import { download, fileNameOf } from '@/lib/server/download'
import { loadProject } from '@/lib/server/projects'
import { route } from '@/lib/server/route'

/** All files as a zip, whatever state they are in: nobody's work is locked in. */
export const GET = route(async (_request, { projectId = '' }) => {
  await requireAccess(projectId, 'view')
  const { project, files } = (await loadProject(projectId)) ?? notFound()
  return download(`${fileNameOf(project.name, project.version)}.zip`, await zipFiles(files))
})
