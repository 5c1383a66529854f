import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Role, User } from '@/lib/generated/prisma/client'
import { database } from './database'
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
  return id === undefined ? undefined : userOfSession(id)
})

/** Who sends this request. A visitor is led to the sign-in page; routes answer 401 (see `route`). */
export async function requireUser(): Promise<User> {
  const user = await currentUser()
  return user ?? redirect('/sign-in')
}

export interface Access {
  user: User
  role: Role
}

/** Sees to it that the sender may do this with the project. Whoever may not is told that it is not there. */
export async function requireAccess(projectId: string, need: Role): Promise<Access> {
  const user = await requireUser()
  const role = await roleOf(user.id, projectId)
  return role && allows(role, need) ? { user, role } : notFound()
}

async function roleOf(userId: string, projectId: string): Promise<Role | undefined> {
  const prisma = await database()
  const member = await prisma.member.findUnique({
    where: { projectId_userId: { projectId, userId }, project: { deletedAt: null } },
    select: { role: true },
  })
  return member?.role
}
