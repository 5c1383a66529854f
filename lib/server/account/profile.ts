import 'server-only'
import type { User } from '@/lib/generated/prisma/client'
import { emailFrom, isUniqueViolation, signUp } from '../accounts'
import { writeAudit } from '../audit'
import { database } from '../database'
import { done, notDone, type Done } from '../done'
import { publish } from '../events/events'
import { hashPassword, isPassword, passwordProblem } from '../password'
import { forgetTries, mayTry, tooManyTries } from '../sign-in-tries'

/** Gives an account another name. */
export async function renameUser(user: User, name: string): Promise<Done> {
  const prisma = await database()
  await prisma.user.update({ where: { id: user.id }, data: { name } })
  return done
}

/** Gives an account another e-mail address, for whoever knows its password. */
export async function changeEmail(user: User, given: string, password: string, address: string): Promise<Done> {
  const email = emailFrom(given)
  if (email === undefined) return notDone('Give an e-mail address like name@example.com.')
  if (email === user.email) return done
  const proof = await provePassword(user, password, address)
  if (!proof.ok) return proof
  const prisma = await database()
  try {
    await prisma.$transaction(async (tx) => {
      await tx.user.update({ where: { id: user.id }, data: { email } })
      await tx.passwordReset.deleteMany({ where: { userId: user.id } })
      await writeAudit(tx, { userId: user.id, action: 'account.method', detail: { method: 'e-mail address' } })
    })
    return done
  } catch (error) {
    if (isUniqueViolation(error)) return notDone('Choose another one: this e-mail address already has an account.')
    throw error
  }
}

/** Gives an account that signs in with GitHub alone an e-mail address and a password, to sign in with them too. */
export async function addPassword(
  user: User,
  form: { email: string; password: string },
  address: string,
): Promise<Done> {
  if (user.guest) return notDone('Make an account first: a guest has nothing to sign in to.')
  if (user.email !== null) return notDone('Reload the page: this account has an e-mail address already.')
  const made = await signUp({ ...form, name: user.name, address }, user)
  return made.ok ? done : made
}

/** Sets a new password for whoever knows the old one, and ends all other sessions. */
export async function changePassword(
  user: User,
  sessionId: string | undefined,
  { old, password }: { old: string; password: string },
  address: string,
): Promise<Done> {
  const problem = passwordProblem(password)
  if (problem) return notDone(problem)
  const proof = await provePassword(user, old, address)
  if (!proof.ok) return proof
  const passwordHash = await hashPassword(password)
  const prisma = await database()
  await prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await tx.passwordReset.deleteMany({ where: { userId: user.id } })
    await tx.session.deleteMany({ where: { userId: user.id, id: { not: sessionId ?? '' } } })
    await writeAudit(tx, { userId: user.id, action: 'account.password' })
  })
  await publish({ kind: 'access', userId: user.id })
  return done
}

/** Sees to it that whoever asks knows the password of the account; tries are limited like those of signing in. */
export async function provePassword(user: User, password: string, address: string): Promise<Done> {
  const email = user.email ?? user.id
  if (!(await mayTry(email, address))) return notDone(tooManyTries)
  if (!(await isPassword(password, user.passwordHash)))
    return notDone('Give the password of this account: that was another one.')
  await forgetTries(email, address)
  return done
}
