import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { compareRevisions } from '@/lib/server/history/compare-revisions'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'

/** Two revisions side by side: by fields, in words, and as packages. Without `from` it is the one before `to`. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await requireRate('history', request, { account: user.id })
  const asked = new URL(request.url).searchParams
  const compared = await compareRevisions(projectId, asked.get('from') ?? undefined, asked.get('to') ?? '')
  return Response.json(compared ?? notFound(), { headers: { 'Cache-Control': 'private, max-age=60' } })
})
