import { object } from 'zod'
import { applyChanges, changesSchema, clashProblem } from '@/lib/plugin/changes'
import { requireUser } from '@/lib/server/access'
import { createProject } from '@/lib/server/projects'
import { overLimit } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { readBody, refuse, refuseFor, route } from '@/lib/server/route'

const bodySchema = object({ files: changesSchema })

/** Makes a project of files. */
export const POST = route(async (request) => {
  const user = await requireUser()
  const who = { account: user.id, network: networkAddress(request.headers) }
  const tooOften = await overLimit('projects', who)
  if (tooOften) return refuseFor(tooOften)
  const read = await readBody(request, bodySchema)
  if (!read.ok) return read.response
  const tooMuch = await overLimit('savedBytes', { ...who, weight: read.bytes })
  if (tooMuch) return refuseFor(tooMuch)
  const files = applyChanges(new Map(), read.body.files)
  const clash = clashProblem(files)
  if (clash !== undefined) return refuse(422, clash)
  const created = await createProject(user.id, files)
  return created.ok ? Response.json({ id: created.id }, { status: 201 }) : refuse(413, created.reason)
})
