import 'server-only'
import { accessOf, type Access } from '../access'
import { database } from '../database'
import { guestsOf } from '../accounts'

/** What a page shows of somebody's access to a project: how it came to them, and what the project is a copy of. */
export async function shownAccess({ user, role, download }: Access, projectId: string) {
  const prisma = await database()
  const project = await prisma.project.findUnique({
    where: { id: projectId },
    select: {
      originId: true,
      originLabel: true,
      team: { select: { members: { where: { userId: user.id }, select: { role: true } } } },
      members: { where: { userId: user.id }, select: { role: true } },
      shareLinks: {
        where: { grants: { some: { userId: user.id } } },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdBy: { select: { name: true } } },
      },
    },
  })
  const guests = await guestsOf(user)
  const belongs = [...(project?.members ?? []), ...(project?.team?.members ?? [])].length > 0
  const { originId = null, originLabel = null } = project ?? {}
  return {
    self: [user.id, ...guests],
    role,
    download,
    sharedBy: belongs ? undefined : project?.shareLinks[0]?.createdBy?.name,
    origin:
      originLabel === null
        ? undefined
        : { label: originLabel, id: originId && (await accessOf(user.id, originId)) ? originId : undefined },
  }
}
