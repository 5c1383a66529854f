import { array, number, object, string, tuple } from 'zod'
import { requireAccess } from '@/lib/server/access'
import { findPackage } from '@/lib/server/history/find-package'
import { requireRate } from '@/lib/server/require-rate'
import { readBody, route } from '@/lib/server/route'

const hash = string().regex(/^[0-9a-f]{64}$/)
const bodySchema = object({
  sha256: hash,
  files: array(tuple([string().max(1_024), hash, number().int().min(0)])).max(5_000),
  manifest: string().max(1_000_000),
})

/** Which revision a package was made of, told by the hashes of its files; `found` is absent where it is of another plugin. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await requireRate('history', request, { account: user.id })
  const read = await readBody(request, bodySchema, {
    bytes: 8 * 1024 * 1024,
    said: 'these are the names of 5,000 files',
  })
  if (!read.ok) return read.response
  return Response.json({ found: await findPackage(projectId, read.body) })
})
