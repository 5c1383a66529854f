import { notFound } from 'next/navigation'
import { object, string } from 'zod'
import { changesSchema } from '@/lib/plugin/changes'
import { requireAccess } from '@/lib/server/access'
import { countOne } from '@/lib/server/metrics'
import { requireRate } from '@/lib/server/require-rate'
import { pluginLimit, readBody, refuse, route } from '@/lib/server/route'
import { saveRevision } from '@/lib/server/save'

const bodySchema = object({
  base: string().max(100),
  changes: changesSchema,
  save: string().min(1).max(100).optional(),
  restores: object({ revision: string().max(100), path: string().max(1_024).optional() }).optional(),
})

/** Saves changes that were made on a revision. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'edit')
  await requireRate('saves', request, { account: user.id })
  const read = await readBody(request, bodySchema, {
    ...pluginLimit,
    count: (weight) => requireRate('savedBytes', request, { account: user.id, weight }),
  })
  if (!read.ok) return read.response
  const saved = await saveRevision({ projectId, userId: user.id, ...read.body })
  countOne('plugwright_saves_total', { result: saved.ok ? (saved.merged ? 'merged' : 'saved') : saved.reason })
  if (saved.ok) return Response.json({ revision: saved.revision, merged: saved.merged, changes: saved.changes })
  switch (saved.reason) {
    case 'conflict':
      return refuse(409, 'Choose between both sides: the same lines changed elsewhere since.', {
        head: saved.head,
        conflicts: saved.conflicts,
      })
    case 'unknown-base':
      return refuse(422, 'base: Name a revision of this project that the changes were made on.')
    case 'too-large':
      return refuse(413, saved.message)
    case 'clash':
      return refuse(422, saved.message)
    case 'gone':
      return notFound()
  }
})
