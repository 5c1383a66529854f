import 'server-only'
import type { User } from '@/lib/generated/prisma/client'
import { writeAudit } from '../audit'
import { database, type Transaction } from '../database'
import { done, notDone, type Done } from '../done'
import { publish } from '../events/events'
import { revokeLinks } from '../share/links'
import { felt } from '../teams/in-team'
import { provePassword } from './profile'

/** What a guest, and an account without a password, types to delete everything. */
export const deleteWord = 'delete'

/** What goes with an account, and what stands against it. */
export interface Deletion {
  /** Labels of the plugins that are deleted: of this person alone. */
  projects: string[]
  /** Names of the teams that are deleted, since nobody else is in them. */
  teams: string[]
  /** Names of the teams that others would have without an owner: the account stays until they are handed over. */
  blockers: string[]
}

/** What deleting this account would delete. */
export async function deletionOf(userId: string): Promise<Deletion> {
  const found = await findDeletion(await database(), userId)
  return {
    projects: found.projects.filter(({ deletedAt }) => deletedAt === null).map(({ label, name }) => label || name),
    teams: found.teams.map(({ name }) => name),
    blockers: found.blockers.map(({ name }) => name),
  }
}

/**
 * Deletes an account with everything that is its own alone. What it did in the plugins of others stays, without its name; that it left their
 * teams stands in these with it.
 */
export async function deleteAccount(user: User, proof: string, address: string): Promise<Done> {
  if (user.passwordHash) {
    const known = await provePassword(user, proof, address)
    if (!known.ok) return known
  } else if (proof.trim().toLowerCase() !== deleteWord) return notDone(`Type the word ${deleteWord}.`)
  const prisma = await database()
  const gone: string[] = []
  const shared: string[] = []
  const result = await prisma.$transaction(async (tx): Promise<Done> => {
    // no team of theirs may change meanwhile
    await tx.$queryRaw`
      SELECT id FROM "Team" WHERE id IN (SELECT "teamId" FROM "TeamMember" WHERE "userId" = ${user.id}) ORDER BY id FOR UPDATE`
    const { projects, teams, blockers } = await findDeletion(tx, user.id)
    const [blocker] = blockers
    if (blocker) return notDone(`Hand over ${blocker.name} first: others are in it, and it has no other owner.`)
    const [own, ofTeams] = [projects.map(({ id }) => id), teams.map(({ id }) => id)]
    // not one that another request moves into a team of others meanwhile
    const still = { id: { in: own }, OR: [{ teamId: null }, { teamId: { in: ofTeams } }] }
    await tx.project.deleteMany({ where: still })
    await tx.team.deleteMany({ where: { id: { in: ofTeams } } })
    const left = await tx.teamMember.findMany({ where: { userId: user.id }, select: { teamId: true } })
    await writeAudit(
      tx,
      ...left.map(({ teamId }) => ({ userId: user.id, teamId, action: 'member.leave', detail: { member: user.name } })),
    )
    // nobody could be asked any more who came by these
    await tx.invitation.deleteMany({ where: { invitedById: user.id } })
    shared.push(...(await revokeLinks(tx, user.id, { createdById: user.id })))
    await tx.user.delete({ where: { id: user.id } })
    gone.push(...own)
    return done
  })
  for (const projectId of gone) await publish({ kind: 'project', projectId })
  return felt(result, [user.id], shared)
}

async function findDeletion(tx: Transaction, userId: string) {
  const owned = await tx.teamMember.findMany({
    where: { userId, role: 'own' },
    select: { team: { select: { id: true, name: true, members: { select: { userId: true, role: true } } } } },
    orderBy: { team: { name: 'asc' } },
  })
  const others = ({ members }: (typeof owned)[number]['team']) => members.filter((member) => member.userId !== userId)
  const teams = owned.map(({ team }) => team).filter((team) => others(team).length === 0)
  const blockers = owned
    .map(({ team }) => team)
    .filter((team) => others(team).length > 0 && !others(team).some(({ role }) => role === 'own'))
  const projects = await tx.project.findMany({
    where: {
      OR: [
        { teamId: { in: teams.map(({ id }) => id) } },
        {
          teamId: null,
          AND: [
            { members: { some: { userId, role: 'own' } } },
            { members: { none: { userId: { not: userId }, role: 'own' } } },
          ],
        },
      ],
    },
    select: { id: true, label: true, name: true, deletedAt: true },
    orderBy: [{ label: 'asc' }, { id: 'asc' }],
  })
  return { teams, blockers, projects }
}
