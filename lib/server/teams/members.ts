import 'server-only'
import type { Role, User } from '@/lib/generated/prisma/client'
import { roles } from '@/lib/roles'
import { allows } from '../access'
import { writeAudit } from '../audit'
import { database, type Transaction } from '../database'
import { done, notDone, type Done } from '../done'
import { revokeLinks } from '../share/links'
import { felt, inTeam, otherOwners } from './in-team'

export interface TeamPerson {
  userId: string
  name: string
  email?: string
  role: Role
  joinedAt: Date
}

const lastOwner = 'Hand the team over first: it has no other owner.'
const notThere = notDone('Reload the page: this person is not in the team any more.')

/** Everybody in a team, owners first, then by name. */
export async function listMembers(teamId: string): Promise<TeamPerson[]> {
  const prisma = await database()
  const rows = await prisma.teamMember.findMany({
    where: { teamId },
    include: { user: { select: { name: true, email: true } } },
    orderBy: [{ role: 'desc' }, { user: { name: 'asc' } }, { userId: 'asc' }],
  })
  return rows.map(({ userId, role, createdAt, user }) => ({
    userId,
    name: user.name,
    email: user.email ?? undefined,
    role,
    joinedAt: createdAt,
  }))
}

/** Gives a member another role. The last owner stays one. With a lower one end the links and invitations that it would not give. */
export async function changeRole(by: User, teamId: string, userId: string, role: Role): Promise<Done> {
  const projects: string[] = []
  const result = await inTeam(teamId, by.id, ['own'], async (tx): Promise<Done> => {
    const member = await memberOf(tx, teamId, userId)
    if (!member) return notThere
    if (member.role === role) return done
    if (member.role === 'own' && (await otherOwners(tx, teamId, userId)) === 0) return notDone(lastOwner)
    await tx.teamMember.update({ where: { teamId_userId: { teamId, userId } }, data: { role } })
    if (!allows(role, member.role)) projects.push(...(await endWaysIn(tx, by, teamId, userId)))
    await writeAudit(tx, {
      userId: by.id,
      teamId,
      action: 'member.role',
      detail: { member: member.user.name, from: member.role, role },
    })
    return done
  })
  return felt(result, [userId], projects)
}

/** Makes another member an owner and oneself an editor, whose links and invitations end. */
export async function handOver(by: User, teamId: string, userId: string): Promise<Done> {
  if (userId === by.id) return notDone('Choose somebody else: the team is yours.')
  const projects: string[] = []
  const result = await inTeam(teamId, by.id, ['own'], async (tx): Promise<Done> => {
    const member = await memberOf(tx, teamId, userId)
    if (!member) return notThere
    await tx.teamMember.update({ where: { teamId_userId: { teamId, userId } }, data: { role: 'own' } })
    await tx.teamMember.update({ where: { teamId_userId: { teamId, userId: by.id } }, data: { role: 'edit' } })
    projects.push(...(await endWaysIn(tx, by, teamId, by.id)))
    await writeAudit(tx, { userId: by.id, teamId, action: 'team.handOver', detail: { member: member.user.name } })
    return done
  })
  return felt(result, [userId, by.id], projects)
}

/** Takes somebody out of a team and of all its projects. */
export async function removeMember(by: User, teamId: string, userId: string): Promise<Done> {
  if (userId === by.id) return leaveTeam(by, teamId)
  const projects: string[] = []
  const result = await inTeam(teamId, by.id, ['own'], async (tx): Promise<Done> => {
    const member = await memberOf(tx, teamId, userId)
    if (!member) return notThere
    projects.push(...(await takeOut(tx, by, teamId, userId)))
    await writeAudit(tx, { userId: by.id, teamId, action: 'member.remove', detail: { member: member.user.name } })
    return done
  })
  return felt(result, [userId], projects)
}

/** Leaves a team and all its projects. The last owner cannot. */
export async function leaveTeam(user: User, teamId: string): Promise<Done> {
  const projects: string[] = []
  const result = await inTeam(teamId, user.id, roles, async (tx): Promise<Done> => {
    const member = await memberOf(tx, teamId, user.id)
    if (member?.role === 'own' && (await otherOwners(tx, teamId, user.id)) === 0) {
      const alone = (await tx.teamMember.count({ where: { teamId } })) === 1
      return notDone(alone ? 'Delete the team instead: nobody else is in it.' : lastOwner)
    }
    projects.push(...(await takeOut(tx, user, teamId, user.id)))
    await writeAudit(tx, { userId: user.id, teamId, action: 'member.leave' })
    return done
  })
  return felt(result, [user.id], projects)
}

/** Ends what somebody has in the team's projects. Gives the projects whose links ended. */
async function takeOut(tx: Transaction, by: User, teamId: string, userId: string): Promise<string[]> {
  await tx.teamMember.delete({ where: { teamId_userId: { teamId, userId } } })
  await tx.member.deleteMany({ where: { userId, project: { teamId } } })
  await tx.shareGrant.deleteMany({ where: { userId, link: { project: { teamId } } } })
  return endWaysIn(tx, by, teamId, userId)
}

/** Ends the ways into the team and its projects that somebody made who may not give them any more: nobody knows who holds those. */
async function endWaysIn(tx: Transaction, by: User, teamId: string, userId: string): Promise<string[]> {
  await tx.invitation.deleteMany({ where: { teamId, invitedById: userId } })
  return revokeLinks(tx, by.id, { createdById: userId, project: { teamId } })
}

function memberOf(tx: Transaction, teamId: string, userId: string) {
  return tx.teamMember.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { role: true, user: { select: { name: true } } },
  })
}
