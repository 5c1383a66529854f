import { notFound } from 'next/navigation'
import { object, string } from 'zod'
import { requireAccess } from '@/lib/server/access'
import { nameVersion } from '@/lib/server/history/name-version'
import { requireRate } from '@/lib/server/require-rate'
import { readBody, route } from '@/lib/server/route'

const bodySchema = object({
  revision: string().max(100),
  name: string().max(100, 'Choose a name of at most 100 characters.'),
})

/** Gives a revision a name; an empty one takes it away. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'edit')
  await requireRate('names', request, { account: user.id })
  const read = await readBody(request, bodySchema, { bytes: 4_000, said: 'a name has 100 characters at most' })
  if (!read.ok) return read.response
  if (!(await nameVersion(projectId, user.id, read.body))) return notFound()
  return new Response(null, { status: 204 })
})
