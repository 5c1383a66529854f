import { notFound } from 'next/navigation'
import type { FileContent } from '@/lib/plugin/files'
import { requireAccess } from '@/lib/server/access'
import { compareFile } from '@/lib/server/history/compare-revisions'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'

/** One file in two revisions; of what is no text its size. */
export const GET = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await requireRate('history', request, { account: user.id })
  const asked = new URL(request.url).searchParams
  const compared = await compareFile(projectId, {
    from: asked.get('from') ?? '',
    to: asked.get('to') ?? '',
    path: asked.get('path') ?? '',
    was: asked.get('was') ?? undefined,
  })
  const { before, after } = compared ?? notFound()
  return Response.json(
    { before: shown(before), after: shown(after) },
    { headers: { 'Cache-Control': 'private, max-age=60' } },
  )
})

function shown(content: FileContent | null): { text: string } | { bytes: number } | null {
  return content === null ? null : typeof content === 'string' ? { text: content } : { bytes: content.length }
}
