import { notFound } from 'next/navigation'
import { requireAccess } from '@/lib/server/access'
import { listHistory } from '@/lib/server/history/list-history'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'

/** A page of the project's history, newest first; `after` is what the page before gave as `next`. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await requireRate('history', request, { account: user.id })
  const cursor = new URL(request.url).searchParams.get('after') ?? undefined
  const page = (await listHistory(projectId, cursor)) ?? notFound()
  return Response.json(page, { headers: { 'Cache-Control': 'no-store' } })
})
