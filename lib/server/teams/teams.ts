import 'server-only'
import type { Role, User } from '@/lib/generated/prisma/client'
import { writeAudit } from '../audit'
import { database } from '../database'
import { done, notDone, type Done } from '../done'
import { inTeam } from './in-team'

/** How many teams somebody may own. */
const mostTeams = 50

/** A team as the list of somebody's teams shows it. */
export interface TeamCard {
  id: string
  name: string
  role: Role
  members: number
  projects: number
}

/** The teams of a user, by name. */
export async function listTeams(userId: string): Promise<TeamCard[]> {
  const prisma = await database()
  const counted = { members: true, projects: { where: { deletedAt: null } } }
  const rows = await prisma.teamMember.findMany({
    where: { userId },
    select: { role: true, team: { select: { id: true, name: true, _count: { select: counted } } } },
    orderBy: [{ team: { name: 'asc' } }, { teamId: 'asc' }],
  })
  return rows.map(({ role, team: { id, name, _count } }) => ({ id, name, role, ..._count }))
}

/** What a team is called; undefined where there is none. */
export async function teamNameOf(teamId: string): Promise<string | undefined> {
  const prisma = await database()
  return (await prisma.team.findUnique({ where: { id: teamId }, select: { name: true } }))?.name
}

/** A new team that this user owns. A guest makes an account first: a team must not end with the data of one browser. */
export async function makeTeam(
  user: User,
  name: string,
): Promise<{ ok: true; id: string } | { ok: false; reason: string }> {
  if (user.guest)
    return notDone('Make an account first: a guest’s work ends with this browser, and a team would with it.')
  const prisma = await database()
  if ((await prisma.teamMember.count({ where: { userId: user.id, role: 'own' } })) >= mostTeams)
    return notDone(`Delete a team or hand one over: ${mostTeams} are the most that one account can own.`)
  return prisma.$transaction(async (tx) => {
    const team = await tx.team.create({ data: { name, members: { create: { userId: user.id, role: 'own' } } } })
    await writeAudit(tx, { userId: user.id, teamId: team.id, action: 'team.make', detail: { team: name } })
    return { ok: true, id: team.id }
  })
}

/** Gives a team another name. */
export async function renameTeam(user: User, teamId: string, name: string): Promise<Done> {
  return inTeam(teamId, user.id, ['own'], async (tx, team): Promise<Done> => {
    if (team.name === name) return done
    await tx.team.update({ where: { id: teamId }, data: { name } })
    await writeAudit(tx, { userId: user.id, teamId, action: 'team.rename', detail: { from: team.name, to: name } })
    return done
  })
}
