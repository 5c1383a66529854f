import 'server-only'
import { z } from 'zod'
import { Prisma, type User } from '@/lib/generated/prisma/client'
import { writeAudit } from './audit'
import { database, type Transaction } from './database'
import { hashPassword, isPassword, passwordProblem } from './password'
import { forgetTries, mayTry, tooManyTries } from './sign-in-tries'

export type Account = { ok: true; user: User } | { ok: false; reason: string }

/** What a form sends. The e-mail address is compared in lower case. */
export interface PasswordForm {
  email: string
  password: string
  name?: string
  /** Network address of the sender. */
  address: string
}

/** An e-mail address as it is kept, in lower case; undefined for what is none. */
export function emailFrom(text: string): string | undefined {
  return emailSchema.safeParse(text).data
}

const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** A new guest: an account that lives as long as its session. `tx`: as a part of it. */
export async function createGuest(tx?: Transaction): Promise<User> {
  return (tx ?? (await database())).user.create({ data: { guest: true, name: 'Guest' } })
}

/** A new account with a password. A guest, or an account without e-mail address, becomes it and so keeps the projects. */
export async function signUp(form: PasswordForm, current: User | undefined): Promise<Account> {
  const email = emailFrom(form.email)
  if (email === undefined) return { ok: false, reason: 'Give an e-mail address like name@example.com.' }
  const problem = passwordProblem(form.password)
  if (problem) return { ok: false, reason: problem }
  if (!(await mayTry(email, form.address))) return { ok: false, reason: tooManyTries }
  const prisma = await database()
  const name = form.name?.trim().slice(0, 100) || email.slice(0, email.indexOf('@'))
  const data = { email, name, guest: false, passwordHash: await hashPassword(form.password) }
  try {
    const user = await prisma.$transaction(async (tx) => {
      const made =
        current && current.email === null
          ? await tx.user.update({ where: { id: current.id, AND: { email: null } }, data })
          : await tx.user.create({ data })
      await writeAudit(tx, { userId: made.id, action: 'account.method', detail: { method: 'e-mail and password' } })
      return made
    })
    await forgetTries(email, form.address)
    return { ok: true, user }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { ok: false, reason: 'Sign in instead: this e-mail address already has an account.' }
  }
}

/** The account of an e-mail address and its password. The projects of a guest move to it. */
export async function signIn(form: PasswordForm, current: User | undefined): Promise<Account> {
  const email = form.email.trim().toLowerCase()
  if (!(await mayTry(email, form.address))) return { ok: false, reason: tooManyTries }
  const prisma = await database()
  const user = await prisma.user.findUnique({ where: { email } })
  const right = await isPassword(form.password, user?.passwordHash ?? null)
  if (!user || !right)
    return { ok: false, reason: 'Check the e-mail address and the password: together they belong to no account.' }
  await forgetTries(email, form.address)
  await takeOver(user, current)
  return { ok: true, user }
}

/**
 * The account of a GitHub user. One that nobody has yet is given to whoever is signed in, else a new account is made: never the one
 * that happens to have the same e-mail address.
 */
export async function signInWithGithub(githubId: string, name: string, current: User | undefined): Promise<User> {
  const prisma = await database()
  const known = await prisma.user.findUnique({ where: { githubId } })
  if (known) {
    await takeOver(known, current)
    return known
  }
  if (current && current.githubId === null) {
    const data = current.guest ? { githubId, guest: false, name } : { githubId }
    return prisma.$transaction(async (tx) => {
      await writeAudit(tx, { userId: current.id, action: 'account.method', detail: { method: 'GitHub' } })
      return tx.user.update({ where: { id: current.id }, data })
    })
  }
  return prisma.user.create({ data: { githubId, name } })
}

/** Moves everything of a guest to an account and ends the guest. */
async function takeOver(user: User, guest: User | undefined): Promise<void> {
  if (!guest?.guest || guest.id === user.id) return
  const prisma = await database()
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Member" ("projectId", "userId", role, "createdAt")
      SELECT "projectId", ${user.id}, role, "createdAt" FROM "Member" WHERE "userId" = ${guest.id}
      ON CONFLICT ("projectId", "userId") DO UPDATE SET role = GREATEST("Member".role, EXCLUDED.role)`
    await tx.$executeRaw`
      INSERT INTO "TeamMember" ("teamId", "userId", role, "createdAt")
      SELECT "teamId", ${user.id}, role, "createdAt" FROM "TeamMember" WHERE "userId" = ${guest.id}
      ON CONFLICT ("teamId", "userId") DO UPDATE SET role = GREATEST("TeamMember".role, EXCLUDED.role)`
    await tx.$executeRaw`
      INSERT INTO "ShareGrant" ("linkId", "userId", "createdAt")
      SELECT "linkId", ${user.id}, "createdAt" FROM "ShareGrant" WHERE "userId" = ${guest.id} ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      INSERT INTO "Mention" ("commentId", "userId", "createdAt", "seenAt")
      SELECT "commentId", ${user.id}, "createdAt", "seenAt" FROM "Mention" WHERE "userId" = ${guest.id} ON CONFLICT DO NOTHING`
    const mine = { where: { userId: guest.id }, data: { userId: user.id } }
    await tx.packageRecord.updateMany(mine)
    await tx.auditEntry.updateMany(mine)
    await tx.revision.updateMany({ where: { authorId: guest.id }, data: { authorId: user.id } })
    await tx.comment.updateMany({ where: { authorId: guest.id }, data: { authorId: user.id } })
    await tx.commentThread.updateMany({ where: { resolvedById: guest.id }, data: { resolvedById: user.id } })
    await tx.versionName.updateMany({ where: { namedById: guest.id }, data: { namedById: user.id } })
    await tx.shareLink.updateMany({ where: { createdById: guest.id }, data: { createdById: user.id } })
    await tx.invitation.updateMany({ where: { invitedById: guest.id }, data: { invitedById: user.id } })
    await writeAudit(tx, { userId: user.id, action: tookOver, detail: { guest: guest.id } })
    await tx.user.deleteMany({ where: { id: guest.id, guest: true } })
  })
}

const tookOver = 'account.guest'
const tookOverDetail = z.object({ guest: z.string() })

/** The ids of guests whose everything went to this account: what a browser still keeps under them is this person's. */
export async function guestsOf({ id, guest }: User): Promise<string[]> {
  if (guest) return []
  const prisma = await database()
  const deeds = await prisma.auditEntry.findMany({
    where: { userId: id, action: tookOver },
    select: { detail: true },
    orderBy: { createdAt: 'desc' },
  })
  return deeds.flatMap(({ detail }) => tookOverDetail.safeParse(detail).data?.guest ?? [])
}

/** True where a row could not be written because another has the same value. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
