import { requireAccess } from '@/lib/server/access'
import { requireRate } from '@/lib/server/require-rate'
import { readBody, refuse, route } from '@/lib/server/route'
import { createLink, linkInput, listLinks } from '@/lib/server/share/links'
import { peopleOf } from '@/lib/server/share/people'

const bodyLimit = { bytes: 16 * 1024, said: 'what is to be known of a link holds 16 KiB at most' }

/** The links of the project, and who has access to it. */
export const GET = route(async (_request, { projectId = '' }) => {
  await requireAccess(projectId, 'own')
  const links = await listLinks(projectId)
  return Response.json({ links, people: await peopleOf(projectId) }, { headers: { 'Cache-Control': 'no-store' } })
})

/** Makes a link. The only answer that has its token. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'own')
  await requireRate('links', request, { account: user.id })
  const read = await readBody(request, linkInput, bodyLimit)
  if (!read.ok) return read.response
  const made = await createLink(user.id, projectId, read.body)
  if (!made.ok) return refuse(422, made.reason)
  return Response.json({ id: made.id, token: made.token }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
})
