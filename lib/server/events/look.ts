import 'server-only'
import type { Role } from '@/lib/generated/prisma/client'
import { accessOf } from '../access'
import { database } from '../database'

/** What an open page has to know of a project at once. */
export interface Look {
  readonly revision: string
  readonly role: Role
}

/** How a project stands for somebody; undefined where they may not see it, or it is not there. */
export async function lookAt(userId: string, projectId: string): Promise<Look | undefined> {
  const access = await accessOf(userId, projectId)
  if (!access) return undefined
  const prisma = await database()
  const project = await prisma.project.findUnique({ where: { id: projectId }, select: { headId: true } })
  return project?.headId ? { revision: project.headId, role: access.role } : undefined
}
