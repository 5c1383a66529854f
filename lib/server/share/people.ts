import 'server-only'
import type { Role } from '@/lib/generated/prisma/client'
import { database } from '../database'
import { publish } from '../events/events'

/** Somebody who has access to a project, and by what. */
export interface PersonWithAccess {
  id: string
  name: string
  guest: boolean
  role: Role
  /** The name of the team, or of the link: its label may be empty. */
  team?: string
  link?: string
}

/** Who has access to a project, by each way: its members, its team, and whoever came by a link that has not ended. */
export async function peopleOf(projectId: string): Promise<PersonWithAccess[]> {
  const prisma = await database()
  const user = { select: { id: true, name: true, guest: true } }
  const project = await prisma.project.findUnique({
    where: { id: projectId },
    select: {
      members: { select: { role: true, user }, orderBy: { role: 'desc' } },
      team: { select: { name: true, members: { select: { role: true, user }, orderBy: { role: 'desc' } } } },
      shareLinks: {
        where: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        select: { role: true, label: true, grants: { select: { user }, orderBy: { createdAt: 'desc' }, take: 200 } },
        orderBy: { createdAt: 'desc' },
      },
    },
  })
  if (!project) return []
  return [
    ...project.members.map(({ role, user }) => ({ ...user, role })),
    ...(project.team?.members ?? []).map(({ role, user }) => ({ ...user, role, team: project.team?.name })),
    ...project.shareLinks.flatMap(({ role, label, grants }) =>
      grants.map(({ user }) => ({ ...user, role, link: label })),
    ),
  ]
}

/** Takes a shared project off somebody's list: the grants of links go. False where there was none. */
export async function leaveShared(userId: string, projectId: string): Promise<boolean> {
  const prisma = await database()
  const { count } = await prisma.shareGrant.deleteMany({ where: { userId, link: { projectId } } })
  if (count > 0) await publish({ kind: 'access', userId })
  return count > 0
}
