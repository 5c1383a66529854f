import { notFound } from 'next/navigation'
import { changesOf } from '@/lib/plugin/changes'
import { requireAccess } from '@/lib/server/access'
import { loadProject } from '@/lib/server/projects'
import { route } from '@/lib/server/route'

/** All files of the project, now or at the revision that is asked for. */
export const GET = route(async (request, { projectId = '' }) => {
  await requireAccess(projectId, 'view')
  const loaded =
    (await loadProject(projectId, 'view', new URL(request.url).searchParams.get('revision') ?? undefined)) ?? notFound()
  return Response.json(
    { revision: loaded.revision, files: changesOf(loaded.files) },
    { headers: { 'Cache-Control': 'no-store' } },
  )
})
