import { object, string } from 'zod'
import { requireDownload } from '@/lib/server/access'
import { recordOwnPackage } from '@/lib/server/history/record-package'
import { requireRate } from '@/lib/server/require-rate'
import { readBody, refuse, route } from '@/lib/server/route'

const bodySchema = object({ revision: string().max(100), sha256: string().regex(/^[0-9a-f]{64}$/) })

/** Writes down that a browser packed a revision and saved the package. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireDownload(projectId)
  await requireRate('packages', request, { account: user.id })
  const read = await readBody(request, bodySchema, { bytes: 4_000, said: 'this says which revision, and a checksum' })
  if (!read.ok) return read.response
  const { revision, sha256 } = read.body
  if (await recordOwnPackage({ projectId, userId: user.id, revision }, sha256))
    return new Response(null, { status: 204 })
  return refuse(422, 'Save first: the package is not that of this revision.')
})
