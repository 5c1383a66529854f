import 'server-only'
import type { Role } from '@/lib/generated/prisma/client'
import { database, type Transaction } from '../database'
import { notDone, type Done } from '../done'
import { publish } from '../events/events'

/**
 * Runs a change of a team's people as its only one at that time, for a member whose role is one of `roles`: two that each count on the
 * other's owner must not both pass. Access was checked before; it may have ended since.
 */
export async function inTeam<T>(
  teamId: string,
  userId: string,
  roles: readonly Role[],
  change: (tx: Transaction, team: { name: string }) => Promise<T | Extract<Done, { ok: false }>>,
): Promise<T | Extract<Done, { ok: false }>> {
  const prisma = await database()
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Team" WHERE id = ${teamId} FOR UPDATE`
    const member = await tx.teamMember.findUnique({
      where: { teamId_userId: { teamId, userId } },
      select: { role: true, team: { select: { name: true } } },
    })
    if (!member || !roles.includes(member.role)) return notDone('Reload the page: your role in this team has changed.')
    return change(tx, member.team)
  })
}

/** How many own the team besides this member. */
export function otherOwners(tx: Transaction, teamId: string, userId: string): Promise<number> {
  return tx.teamMember.count({ where: { teamId, role: 'own', userId: { not: userId } } })
}

/** Tells open pages that what these people may do, or whoever is in these projects, is another thing now, where it is. */
export async function felt(
  result: Done,
  userIds: readonly string[],
  projectIds: readonly string[] = [],
): Promise<Done> {
  if (!result.ok) return result
  for (const userId of userIds) await publish({ kind: 'access', userId })
  for (const projectId of projectIds) await publish({ kind: 'access', projectId })
  return result
}
