import { object } from 'zod'
import { applyChanges, changesSchema, clashProblem } from '@/lib/plugin/changes'
import { requireUser } from '@/lib/server/access'
import { createProject } from '@/lib/server/projects'
import { requireRate } from '@/lib/server/require-rate'
import { pluginLimit, readBody, refuse, route } from '@/lib/server/route'

const bodySchema = object({ files: changesSchema })

/** Makes a project of files. */
export const POST = route(async (request) => {
  const user = await requireUser()
  await requireRate('projects', request, { account: user.id })
  const read = await readBody(request, bodySchema, {
    ...pluginLimit,
    count: (weight) => requireRate('savedBytes', request, { account: user.id, weight }),
  })
  if (!read.ok) return read.response
  const files = applyChanges(new Map(), read.body.files)
  const clash = clashProblem(files)
  if (clash !== undefined) return refuse(422, clash)
  const created = await createProject(user.id, files)
  return created.ok ? Response.json({ id: created.id }, { status: 201 }) : refuse(413, created.reason)
})
