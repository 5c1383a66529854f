import 'server-only'
import type { Role, User } from '@/lib/generated/prisma/client'
import { writeAudit } from '../audit'
import { database } from '../database'
import { notDone } from '../done'
import { forgetTokenTry, mayTryToken, newToken, tokenHash, tooManyTokens } from '../token'
import { inTeam } from './in-team'

/** How long an invitation can be taken, in days. */
export const invitationDays = 7
const mostOpen = 100

type Refused = { ok: false; reason: string }

export interface OpenInvitation {
  id: string
  role: Role
  email?: string
  invitedBy?: string
  createdAt: Date
  expiresAt: Date
}

/** A new invitation. Its token is given out here once; only its hash is kept. */
export async function invite(
  by: User,
  teamId: string,
  role: Role,
  email: string | undefined,
): Promise<{ ok: true; id: string; token: string; team: string } | Refused> {
  return inTeam(teamId, by.id, ['own'], async (tx, team) => {
    if (email !== undefined && (await tx.teamMember.count({ where: { teamId, user: { email } } })) > 0)
      return notDone(`${email} is in the team already.`)
    const open = { teamId, expiresAt: { gt: new Date() } }
    if ((await tx.invitation.count({ where: open })) >= mostOpen)
      return notDone(`Revoke some first: ${mostOpen} open invitations are the most a team can have.`)
    // a second one for the same person takes the place of the first
    if (email !== undefined) await tx.invitation.deleteMany({ where: { teamId, email } })
    const { token, hash } = newToken()
    const expiresAt = new Date(Date.now() + invitationDays * 24 * 60 * 60 * 1000)
    const made = await tx.invitation.create({
      data: { teamId, tokenHash: hash, role, email, invitedById: by.id, expiresAt },
    })
    await writeAudit(tx, { userId: by.id, teamId, action: 'invitation.make', detail: { role, email } })
    return { ok: true as const, id: made.id, token, team: team.name }
  })
}

/** The invitations of a team that can still be taken, the newest first. */
export async function listInvitations(teamId: string): Promise<OpenInvitation[]> {
  const prisma = await database()
  const rows = await prisma.invitation.findMany({
    where: { teamId, expiresAt: { gt: new Date() } },
    include: { invitedBy: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, role, email, invitedBy, createdAt, expiresAt }) => ({
    id,
    role,
    email: email ?? undefined,
    invitedBy: invitedBy?.name,
    createdAt,
    expiresAt,
  }))
}

/** Ends an invitation; its link leads to nothing from then on. */
export async function revokeInvitation(by: User, teamId: string, id: string): Promise<{ ok: true } | Refused> {
  return inTeam(teamId, by.id, ['own'], async (tx) => {
    const found = await tx.invitation.findUnique({ where: { id, teamId } })
    if (!found) return notDone('Reload the page: this invitation was taken or revoked meanwhile.')
    await tx.invitation.delete({ where: { id } })
    const detail = { role: found.role, email: found.email ?? undefined }
    await writeAudit(tx, { userId: by.id, teamId, action: 'invitation.revoke', detail })
    return { ok: true as const }
  })
}

/** What whoever holds the link is shown before joining. */
export interface InvitationView {
  team: string
  teamId: string
  role: Role
  invitedBy?: string
  /** The role that this person has in the team already. */
  member?: Role
}

const nothing = notDone('Ask for a new invitation: this one was taken, revoked, or is older than 7 days.')

/** Reads an invitation by its token, without taking it. Wrong tokens are counted against guessing. */
export async function readInvitation(
  token: string,
  user: User | undefined,
  address: string,
): Promise<{ ok: true; invitation: InvitationView } | Refused> {
  if (!(await mayTryToken(address))) return notDone(tooManyTokens)
  const prisma = await database()
  const found = await prisma.invitation.findUnique({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date() } },
    include: { team: { select: { id: true, name: true } }, invitedBy: { select: { name: true } } },
  })
  if (!found) return nothing
  await forgetTokenTry(address)
  const member = user && (await roleIn(found.team.id, user.id))
  const { team, role, invitedBy } = found
  return { ok: true, invitation: { team: team.name, teamId: team.id, role, invitedBy: invitedBy?.name, member } }
}

/** Takes an invitation, once. Whoever is in the team already keeps the role, and the invitation stays for another. */
export async function acceptInvitation(
  user: User,
  token: string,
  address: string,
): Promise<{ ok: true; teamId: string } | Refused> {
  if (user.guest) return notDone('Sign in or make an account first: a guest cannot be in a team.')
  const read = await readInvitation(token, user, address)
  if (!read.ok) return read
  const { teamId, role, member, team } = read.invitation
  if (member) return notDone(`You are in ${team} already.`)
  const prisma = await database()
  return prisma.$transaction(async (tx) => {
    const taken = await tx.invitation.deleteMany({
      where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date() } },
    })
    if (taken.count === 0) return nothing
    await tx.teamMember.createMany({ data: { teamId, userId: user.id, role }, skipDuplicates: true })
    await writeAudit(tx, { userId: user.id, teamId, action: 'member.join', detail: { role } })
    return { ok: true as const, teamId }
  })
}

async function roleIn(teamId: string, userId: string): Promise<Role | undefined> {
  const prisma = await database()
  const member = await prisma.teamMember.findUnique({ where: { teamId_userId: { teamId, userId } } })
  return member?.role
}
