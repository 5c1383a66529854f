import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { compareRevisions } from '@/lib/server/history/compare-revisions'
import { overLimit } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { refuseFor, route } from '@/lib/server/route'

/** Two revisions side by side: by fields, in words, and as packages. Without `from` it is the one before `to`. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  const tooOften = await overLimit('history', { account: user.id, network: networkAddress(request.headers) })
  if (tooOften) return refuseFor(tooOften)
  const asked = new URL(request.url).searchParams
  const compared = await compareRevisions(projectId, asked.get('from') ?? undefined, asked.get('to') ?? '')
  return Response.json(compared ?? notFound(), { headers: { 'Cache-Control': 'private, max-age=60' } })
})
