import { array, enum as oneOf, object, string, union } from 'zod'
import { applyChanges, changesSchema } from '@/lib/plugin/changes'
import { createPlugin, kindsProblem } from '@/lib/plugin/create'
import { authorProblem, nameProblem } from '@/lib/plugin/project/names'
import { requireUser } from '@/lib/server/access'
import { createProject } from '@/lib/server/projects'
import { readBody, refuse, route } from '@/lib/server/route'

const answersSchema = object({
  name: string().max(200),
  author: string().max(200),
  label: string().max(200).optional(),
  description: string().max(2_000).optional(),
  credentials: oneOf(['none', 'api-key']).optional(),
})
const bodySchema = union([object({ files: changesSchema }), object({ kinds: array(string()), answers: answersSchema })])

/** Makes a project of files, or of the answers that New plugin asks for. */
export const POST = route(async (request) => {
  const user = await requireUser()
  const read = await readBody(request, bodySchema)
  if (!read.ok) return read.response
  const { body } = read
  if ('kinds' in body) {
    const problem = kindsProblem(body.kinds) ?? nameProblem(body.answers.name) ?? authorProblem(body.answers.author)
    if (problem !== undefined) return refuse(422, problem)
  }
  const files =
    'files' in body
      ? applyChanges(new Map(), body.files)
      : createPlugin(body.kinds, { ...body.answers, createdAt: new Date().toISOString() })
  const created = await createProject(user.id, files)
  return created.ok ? Response.json({ id: created.id }, { status: 201 }) : refuse(413, created.reason)
})
