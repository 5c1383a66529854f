import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { blameField, blameFile } from '@/lib/server/history/blame'
import { pathFromPointer } from '@/lib/plugin/yaml/pointer'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'

/** Who changed a field of a document, `at` being its JSON pointer; without one, who changed each line of a file. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await requireRate('history', request, { account: user.id })
  const asked = new URL(request.url).searchParams
  const [file, at] = [asked.get('file') ?? '', asked.get('at')]
  const blamed = at === null ? await blameFile(projectId, file) : await blameField(projectId, file, pathFromPointer(at))
  return Response.json(blamed ?? notFound(), { headers: { 'Cache-Control': 'no-store' } })
})
