import 'server-only'
import type { User } from '@/lib/generated/prisma/client'
import { allows } from '../access'
import { writeAudit } from '../audit'
import { database } from '../database'
import { done, notDone, type Done } from '../done'
import { publish } from '../events/events'
import { revokeLinks } from '../share/links'

/**
 * Moves a project into a team, or out of its team to the mover (`teamId` undefined). In a team only its roles hold: what the members
 * had by themselves ends. So do the links of whoever may not give any where the project comes to. The caller has seen to it that the mover
 * owns the project.
 */
export async function moveProject(user: User, projectId: string, teamId: string | undefined): Promise<Done> {
  const prisma = await database()
  const result = await prisma.$transaction(async (tx): Promise<Done> => {
    // a role that changes meanwhile would not end its links here; teams before projects, as everywhere
    await tx.$queryRaw`
      SELECT id FROM "Team" WHERE id IN (${teamId ?? ''}, (SELECT "teamId" FROM "Project" WHERE id = ${projectId}))
      ORDER BY id FOR SHARE`
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId} FOR UPDATE`
    const project = await tx.project.findUnique({
      where: { id: projectId, deletedAt: null },
      select: { teamId: true, team: { select: { name: true } } },
    })
    if (!project) return notDone('Reload the page: this plugin is not there any more.')
    if (project.teamId === (teamId ?? null)) return done
    const from = project.team?.name
    if (teamId === undefined) {
      await tx.project.update({ where: { id: projectId }, data: { teamId: null } })
      await tx.member.upsert({
        where: { projectId_userId: { projectId, userId: user.id } },
        create: { projectId, userId: user.id, role: 'own' },
        update: { role: 'own' },
      })
      await revokeLinks(tx, user.id, { projectId, createdById: { not: user.id } })
      await writeAudit(tx, { userId: user.id, projectId, action: 'project.move', detail: { from } })
      return done
    }
    const target = await tx.teamMember.findUnique({
      where: { teamId_userId: { teamId, userId: user.id } },
      select: { role: true, team: { select: { name: true } } },
    })
    if (!target || !allows(target.role, 'edit')) return notDone('Choose a team in which you are an editor or an owner.')
    await tx.project.update({ where: { id: projectId }, data: { teamId } })
    await tx.member.deleteMany({ where: { projectId } })
    await revokeLinks(tx, user.id, { projectId, createdBy: { teams: { none: { teamId, role: 'own' } } } })
    await writeAudit(tx, {
      userId: user.id,
      projectId,
      action: 'project.move',
      detail: { from, to: target.team.name },
    })
    return done
  })
  if (result.ok) await publish({ kind: 'access', projectId })
  return result
}
