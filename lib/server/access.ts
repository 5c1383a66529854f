import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import type { Role, User } from '@/lib/generated/prisma/client'
import { database, type Transaction } from './database'
import { environment } from './environment'
import { noteUser, requestNote } from './request-note'
import { sessionIdOfRequest } from './session-cookie'
import { userOfSession } from './sessions'

/** What each role may do; a later one may all that the earlier may. */
const ranks: Readonly<Record<Role, number>> = { view: 0, comment: 1, edit: 2, own: 3 }

/** True when a role is enough for what is needed. */
export function allows(role: Role, need: Role): boolean {
  return ranks[role] >= ranks[need]
}

/** Who sends this request; undefined for a visitor. Asks the database once a request. */
export const currentUser = cache(async (): Promise<User | undefined> => {
  const id = await sessionIdOfRequest()
  const user = id === undefined ? undefined : await userOfSession(id)
  if (user) noteUser(user.id)
  return user
})

/** Who sends this request. A visitor is led to the sign-in page, and from there back; routes answer 401 (see `route`). */
export async function requireUser(): Promise<User> {
  const user = await currentUser()
  return user ?? redirect(signInAddress())
}

/** The sign-in page sees to it that it leads to nothing but an address of ours (app/sign-in/local-address.ts). */
function signInAddress(): string {
  const address = requestNote()?.address
  const asked = address === undefined ? null : URL.parse(address, environment().origin)
  if (!asked) return '/sign-in'
  asked.searchParams.delete('_rsc') // Next's own, of a navigation inside the app
  return `/sign-in?${new URLSearchParams({ next: `${asked.pathname}${asked.search}` })}`
}

export interface Access {
  user: User
  role: Role
  /** Whether the package and the archive may be taken along. */
  download: boolean
}

/** Sees to it that the sender may do this with the project. Whoever may not is told that it is not there. */
export async function requireAccess(projectId: string, need: Role): Promise<Access> {
  const user = await requireUser()
  const access = isId(projectId) ? await accessOf(user.id, projectId) : undefined
  return access && allows(access.role, need) ? { user, ...access } : notFound()
}

/** Sees to it that the sender may take the files of the project along. */
export async function requireDownload(projectId: string): Promise<Access> {
  const access = await requireAccess(projectId, 'view')
  return access.download ? access : notFound()
}

/** Sees to it that the sender may do this in the team. Whoever may not is told that it is not there. */
export async function requireTeam(teamId: string, need: Role): Promise<{ user: User; role: Role }> {
  const user = await requireUser()
  const prisma = await database()
  const member = isId(teamId)
    ? await prisma.teamMember.findUnique({ where: { teamId_userId: { teamId, userId: user.id } } })
    : null
  return member && allows(member.role, need) ? { user, role: member.role } : notFound()
}

const grants = z.array(z.object({ role: z.enum(['view', 'comment', 'edit', 'own']), download: z.boolean() }))

/**
 * What somebody may do with a project: the most that being a member, the team or a live share link allows. Undefined where that is
 * nothing. One query, for it stands before every request.
 */
export async function accessOf(
  userId: string,
  projectId: string,
  tx?: Transaction,
): Promise<Omit<Access, 'user'> | undefined> {
  const rows = await (tx ?? (await database())).$queryRaw`
    SELECT way.role::text AS role, way.download FROM "Project" project, LATERAL (
      SELECT role, true AS download FROM "Member" WHERE "projectId" = project.id AND "userId" = ${userId}
      UNION ALL
      SELECT role, true FROM "TeamMember" WHERE "teamId" = project."teamId" AND "userId" = ${userId}
      UNION ALL
      SELECT link.role, link.download FROM "ShareLink" link JOIN "ShareGrant" ON "linkId" = link.id
      WHERE link."projectId" = project.id AND "userId" = ${userId}
        AND link."revokedAt" IS NULL AND (link."expiresAt" IS NULL OR link."expiresAt" > now())
    ) way WHERE project.id = ${projectId} AND project."deletedAt" IS NULL`
  const ways = grants.parse(rows)
  const [first] = ways.map(({ role }) => role).sort((one, other) => ranks[other] - ranks[one])
  return first && { role: first, download: ways.some(({ download }) => download) }
}

/** What can be an id: it comes from an address, where anything can stand. */
function isId(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text)
}
