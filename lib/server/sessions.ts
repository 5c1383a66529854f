import 'server-only'
import type { Session, User } from '@/lib/generated/prisma/client'
import { database, type Transaction } from './database'
import { publish } from './events/events'

const day = 24 * 60 * 60 * 1000

/** How long a session lives without being used. A guest's account is nothing but the session, so it lives longest. */
const lifetimes = { guest: 400 * day, account: 90 * day }

/** The longest a browser keeps a cookie, in seconds. The row decides, not the cookie. */
export const cookieLifetime = lifetimes.guest / 1000

/** A new session of a user; its id goes into the cookie. `tx`: as a part of it. */
export async function startSession(userId: string, userAgent: string, tx?: Transaction): Promise<string> {
  const { id } = await (tx ?? (await database())).session.create({
    data: { userId, userAgent: userAgent.slice(0, 300) },
  })
  return id
}

/** Who a session belongs to; undefined when it has ended. Notes once an hour that it is in use. */
export async function userOfSession(id: string): Promise<User | undefined> {
  const prisma = await database()
  const session = await prisma.session.findUnique({ where: { id }, include: { user: true } })
  if (!session) return undefined
  const age = Date.now() - session.seenAt.getTime()
  if (age > (session.user.guest ? lifetimes.guest : lifetimes.account)) {
    await prisma.session.deleteMany({ where: { id } })
    return undefined
  }
  if (age > day / 24) await prisma.session.updateMany({ where: { id }, data: { seenAt: new Date() } })
  return session.user
}

/** The sessions of a user, the one used last first. */
export async function listSessions(userId: string): Promise<Session[]> {
  const prisma = await database()
  return prisma.session.findMany({ where: { userId }, orderBy: { seenAt: 'desc' } })
}

/** Ends one session of a user; the browser that holds it is signed out at its next request. */
export async function endSession(userId: string, id: string): Promise<void> {
  const prisma = await database()
  await prisma.session.deleteMany({ where: { id, userId } })
  await publish({ kind: 'access', userId })
}

/** Ends every session of a user but one. */
export async function endOtherSessions(userId: string, kept: string): Promise<void> {
  const prisma = await database()
  await prisma.session.deleteMany({ where: { userId, id: { not: kept } } })
  await publish({ kind: 'access', userId })
}
