import 'server-only'
import { z } from 'zod'
import { Prisma, type User } from '@/lib/generated/prisma/client'
import { database } from './database'
import { hashPassword, isPassword } from './password'
import { forgetTries, mayTry } from './sign-in-tries'

export type Account = { ok: true; user: User } | { ok: false; reason: string }

/** What a form sends. The e-mail address is compared in lower case. */
export interface PasswordForm {
  email: string
  password: string
  name?: string
  /** Network address of the sender. */
  address: string
}

const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** A new guest: an account that lives as long as its session. */
export async function createGuest(): Promise<User> {
  const prisma = await database()
  return prisma.user.create({ data: { guest: true, name: 'Guest' } })
}

/** A new account with a password. A guest, or an account without e-mail address, becomes it and so keeps the projects. */
export async function signUp(form: PasswordForm, current: User | undefined): Promise<Account> {
  const email = emailSchema.safeParse(form.email)
  if (!email.success) return { ok: false, reason: 'Give an e-mail address like name@example.com.' }
  if (form.password.length < 8) return { ok: false, reason: 'Choose a password of at least 8 characters.' }
  if (form.password.length > 1_000) return { ok: false, reason: 'Choose a password of at most 1,000 characters.' }
  if (!(await mayTry(email.data, form.address))) return { ok: false, reason: tooMany }
  const prisma = await database()
  const name = form.name?.trim().slice(0, 100) || email.data.slice(0, email.data.indexOf('@'))
  const data = { email: email.data, name, guest: false, passwordHash: await hashPassword(form.password) }
  try {
    const user =
      current && current.email === null
        ? await prisma.user.update({ where: { id: current.id, AND: { email: null } }, data })
        : await prisma.user.create({ data })
    await forgetTries(email.data, form.address)
    return { ok: true, user }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { ok: false, reason: 'Sign in instead: this e-mail address already has an account.' }
  }
}

/** The account of an e-mail address and its password. The projects of a guest move to it. */
export async function signIn(form: PasswordForm, current: User | undefined): Promise<Account> {
  const email = form.email.trim().toLowerCase()
  if (!(await mayTry(email, form.address))) return { ok: false, reason: tooMany }
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
    return prisma.user.update({ where: { id: current.id }, data })
  }
  return prisma.user.create({ data: { githubId, name } })
}

const tooMany =
  'Wait 15 minutes and try again: there were too many tries with this e-mail address or from this network.'

/** Moves everything of a guest to an account and ends the guest. */
async function takeOver(user: User, guest: User | undefined): Promise<void> {
  if (!guest?.guest || guest.id === user.id) return
  const prisma = await database()
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Member" ("projectId", "userId", role, "createdAt")
      SELECT "projectId", ${user.id}, role, "createdAt" FROM "Member" WHERE "userId" = ${guest.id}
      ON CONFLICT ("projectId", "userId") DO UPDATE SET role = GREATEST("Member".role, EXCLUDED.role)`
    await tx.revision.updateMany({ where: { authorId: guest.id }, data: { authorId: user.id } })
    await tx.user.deleteMany({ where: { id: guest.id, guest: true } })
  })
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
