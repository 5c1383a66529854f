import 'server-only'
import type { User } from '@/lib/generated/prisma/client'
import { writeAudit } from '../audit'
import { database } from '../database'

/**
 * A new project of this user with the files that another has now, which stays named as its origin. Undefined where there is no such
 * project. Contents are stored once, so nothing of them is written.
 */
export async function copyProject(user: User, projectId: string): Promise<string | undefined> {
  const prisma = await database()
  return prisma.$transaction(async (tx) => {
    const origin = await tx.project.findUnique({
      where: { id: projectId, deletedAt: null },
      include: {
        head: { select: { tree: true } },
        team: { select: { name: true } },
        members: { where: { role: 'own' }, select: { user: true }, orderBy: { createdAt: 'asc' }, take: 1 },
      },
    })
    if (!origin?.head) return undefined
    const { author, name, version, label, description, iconBlobId, iconPath } = origin
    const owner = origin.members[0]?.user
    const by = origin.team?.name ?? (owner && !owner.guest ? owner.name : author)
    const title = label || name || 'a plugin without a name'
    const copy = await tx.project.create({
      data: {
        ...{ author, name, version, label, description, iconBlobId, iconPath },
        counts: origin.counts ?? [],
        originId: origin.id,
        originLabel: by === '' ? title : `${title} by ${by}`,
        members: { create: { userId: user.id, role: 'own' } },
      },
    })
    const message = `Copied from ${title}`
    const revision = await tx.revision.create({
      data: { projectId: copy.id, authorId: user.id, tree: origin.head.tree ?? [], message },
    })
    await tx.project.update({ where: { id: copy.id }, data: { headId: revision.id } })
    await writeAudit(tx, { userId: user.id, projectId, action: 'project.copy', detail: { copy: copy.id } })
    return copy.id
  })
}
