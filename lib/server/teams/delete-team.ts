import 'server-only'
import type { User } from '@/lib/generated/prisma/client'
import { writeAudit } from '../audit'
import { database } from '../database'
import { done, notDone, type Done } from '../done'
import { publish } from '../events/events'
import { revokeLinks } from '../share/links'
import { felt, inTeam } from './in-team'

/** What becomes of a team's projects: they go to whoever deletes it, or go. */
export type ProjectsFate = 'keep' | 'delete'

export interface TeamProject {
  id: string
  label: string
}

/** The projects of a team, by their label. */
export async function teamProjects(teamId: string): Promise<TeamProject[]> {
  const prisma = await database()
  const rows = await prisma.project.findMany({
    where: { teamId, deletedAt: null },
    select: { id: true, label: true, name: true },
    orderBy: [{ label: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, label, name }) => ({ id, label: label || name }))
}

/**
 * Deletes a team. `count` is how many projects were named before: where another came since, nothing happens. Deleted projects can be
 * put back by whoever deleted them. The links that others made end.
 */
export async function deleteTeam(user: User, teamId: string, fate: ProjectsFate, count: number): Promise<Done> {
  const deleted: string[] = []
  const ended: string[] = []
  const people = await (await database()).teamMember.findMany({ where: { teamId }, select: { userId: true } })
  const result = await inTeam(teamId, user.id, ['own'], async (tx, team): Promise<Done> => {
    const projects = await tx.project.findMany({ where: { teamId }, select: { id: true, deletedAt: true } })
    const live = projects.filter(({ deletedAt }) => deletedAt === null)
    if (live.length !== count) return notDone('Look again: the projects of this team have changed since.')
    const ids = projects.map(({ id }) => id)
    const owned = ids.map((projectId) => ({ projectId, userId: user.id, role: 'own' as const }))
    await tx.member.createMany({ data: owned, skipDuplicates: true })
    await tx.member.updateMany({ where: { projectId: { in: ids }, userId: user.id }, data: { role: 'own' } })
    await tx.project.updateMany({ where: { teamId }, data: { teamId: null } })
    if (fate === 'delete')
      await tx.project.updateMany({
        where: { id: { in: live.map(({ id }) => id) } },
        data: { deletedAt: new Date() },
      })
    for (const { id } of live)
      await writeAudit(tx, {
        userId: user.id,
        projectId: id,
        action: fate === 'delete' ? 'project.delete' : 'project.move',
        detail: fate === 'delete' ? {} : { from: team.name },
      })
    if (fate === 'delete') deleted.push(...live.map(({ id }) => id))
    // the projects are one person's now: whoever else made a link may give none
    ended.push(...(await revokeLinks(tx, user.id, { projectId: { in: ids }, createdById: { not: user.id } })))
    await tx.team.delete({ where: { id: teamId } })
    await writeAudit(tx, { userId: user.id, action: 'team.delete', detail: { team: team.name, projects: live.length } })
    return done
  })
  // whoever came to one of them by a link is in no team
  for (const projectId of deleted) await publish({ kind: 'project', projectId })
  return felt(
    result,
    people.map(({ userId }) => userId),
    ended,
  )
}
