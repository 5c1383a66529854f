import { notFound } from 'next/navigation'
import { object, string } from 'zod'
import { requireAccess } from '@/lib/server/access'
import { lookAt } from '@/lib/server/events/look'
import { beat, leave, peopleIn, placeSchema } from '@/lib/server/events/presence'
import { requireRate } from '@/lib/server/require-rate'
import { readBody, refuse, route } from '@/lib/server/route'

const tabId = /^[\w-]{1,100}$/
const tab = string().regex(tabId, 'Name the tab by letters, digits, “-” and “_”, 100 at most.')
const bodySchema = object({ tab, place: placeSchema })
const limit = { bytes: 8_192, said: 'a place is a file and a field' }

/** A tab is there, and where; answers how the project stands. Where no stream of events comes through, this is all that a page needs. */
export const POST = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await requireRate('presence', request, { account: user.id })
  const read = await readBody(request, bodySchema, limit)
  if (!read.ok) return read.response
  await beat({ ...read.body, projectId, userId: user.id })
  const [now, people] = await Promise.all([lookAt(user.id, projectId), peopleIn([projectId])])
  return Response.json({ you: user.id, ...(now ?? notFound()), people: people.get(projectId) })
})

/** A tab goes: `?tab=…`. */
export const DELETE = route(async (request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  const name = new URL(request.url).searchParams.get('tab') ?? ''
  if (!tabId.test(name)) return refuse(422, 'tab: Name the tab that goes.')
  await leave({ tab: name, projectId, userId: user.id })
  return new Response(null, { status: 204 })
})
