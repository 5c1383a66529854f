import 'server-only'
import { writeAudit } from './audit'
import { composeMail } from './compose-mail'
import { database } from './database'
import { done, notDone, type Done } from './done'
import { environment } from './environment'
import { publish } from './events/events'
import { logFault } from './log'
import { mailIsSet, sendMail } from './mail'
import { hashPassword, passwordProblem } from './password'
import { countRate, rateKey } from './rate'
import { forgetTokenTry, mayTryToken, newToken, tokenHash, tooManyTokens } from './token'

/** How long a link to set a new password works, in minutes. */
const lifetime = 60
/** Mails in 15 minutes: to one e-mail address, and asked for from one network address. */
const limits = { email: 3, address: 20 }

/**
 * A link by which the owner of an e-mail address sets a new password, once; undefined where there is no such account. Earlier links
 * end. Only for the mail and for the operator: whoever asks on a page never sees it.
 */
export async function createResetLink(email: string): Promise<string | undefined> {
  const prisma = await database()
  const user = await prisma.user.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } })
  if (!user) return undefined
  const { token, hash } = newToken()
  const expiresAt = new Date(Date.now() + lifetime * 60_000)
  await prisma.$transaction([
    prisma.passwordReset.deleteMany({ where: { OR: [{ userId: user.id }, { expiresAt: { lt: new Date() } }] } }),
    prisma.passwordReset.create({ data: { userId: user.id, tokenHash: hash, expiresAt } }),
  ])
  return `${environment().origin}/reset#${token}`
}

/**
 * Mails a link where the e-mail address has an account. Answers nobody anything: neither what it gives nor how long it takes may tell
 * whether there is one, so callers do not wait for `mailed`.
 */
export async function askReset(email: string, address: string): Promise<{ mailed: Promise<void> }> {
  const asked = email.trim().toLowerCase()
  const may =
    (await countRate(rateKey('reset', '', address), 15)) <= limits.address &&
    (await countRate(rateKey('reset', asked, ''), 15)) <= limits.email
  const mailed = may && mailIsSet() ? mailReset(asked) : Promise.resolve()
  return { mailed: mailed.catch((error: unknown) => logFault('A reset was not mailed', error)) }
}

async function mailReset(email: string): Promise<void> {
  const url = await createResetLink(email)
  if (url === undefined) return
  await sendMail({
    to: email,
    ...composeMail({
      subject: 'Set a new password for Plugwright',
      before: ['Somebody asked for a new password for the Plugwright account of this e-mail address.'],
      link: { label: 'Set a new password', url },
      after: [
        `The link works once and for ${lifetime} minutes.`,
        'If it was not you, do nothing: the password stays as it is.',
      ],
    }),
  })
}

/** Sets a new password by the token of a link and ends every session of the account. Wrong tokens are counted against guessing. */
export async function resetPassword(token: string, password: string, address: string): Promise<Done> {
  const problem = passwordProblem(password)
  if (problem) return notDone(problem)
  if (!(await mayTryToken(address))) return notDone(tooManyTokens)
  const prisma = await database()
  const tokenHashed = tokenHash(token)
  const live = { tokenHash: tokenHashed, expiresAt: { gt: new Date() } }
  const found = await prisma.passwordReset.findUnique({ where: live, select: { userId: true } })
  if (!found) return notDone('Ask for a new link: this one was used, or is older than an hour.')
  const passwordHash = await hashPassword(password)
  const { userId } = found
  const set = await prisma.$transaction(async (tx) => {
    const { count } = await tx.passwordReset.deleteMany({ where: live })
    if (count === 0) return false
    await tx.passwordReset.deleteMany({ where: { userId } })
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { userId } })
    await writeAudit(tx, { userId, action: 'account.reset' })
    return true
  })
  if (!set) return notDone('Ask for a new link: this one was used, or is older than an hour.')
  await forgetTokenTry(address)
  await publish({ kind: 'access', userId })
  return done
}
