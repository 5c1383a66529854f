import { requireAccess } from '@/lib/server/access'
import { seeMentions } from '@/lib/server/comments/mentions'
import { route } from '@/lib/server/route'
import { peopleOf } from '@/lib/server/share/people'

/** Whom a comment can name: everybody else who may see the project and has a name; guests without one are all called the same. */
export const GET = route(async (_request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'comment')
  const others = (await peopleOf(projectId)).filter(
    ({ id, name, guest }) => id !== user.id && !(guest && name === 'Guest'),
  )
  // somebody may have come by more than one way
  const people = new Map(others.map(({ id, name }) => [id, { id, name }]))
  return Response.json({ people: [...people.values()] }, { headers: { 'Cache-Control': 'no-store' } })
})

/** The sender has seen where the comments of this project name them. */
export const DELETE = route(async (_request, { projectId = '' }) => {
  const { user } = await requireAccess(projectId, 'view')
  await seeMentions(user.id, projectId)
  return new Response(null, { status: 204 })
})
