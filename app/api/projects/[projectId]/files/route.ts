import { notFound } from 'next/navigation'
import { changesOf } from '@/lib/plugin/changes'
import { requireAccess } from '@/lib/server/access'
import { changesSince } from '@/lib/server/changes-since'
import { loadProject } from '@/lib/server/projects'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'

/** All files of the project, now or at the revision that is asked for; with `since` only what changed after that revision. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await requireRate('reads', request, { account: user.id })
  const { searchParams } = new URL(request.url)
  const since = searchParams.get('since')
  const headers = { 'Cache-Control': 'no-store' }
  if (since !== null) return Response.json((await changesSince(projectId, since)) ?? notFound(), { headers })
  const loaded = (await loadProject(projectId, 'view', searchParams.get('revision') ?? undefined)) ?? notFound()
  return Response.json({ revision: loaded.revision, files: changesOf(loaded.files) }, { headers })
})
