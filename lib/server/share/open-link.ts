import 'server-only'
import { Role, type ShareLink, type User } from '@/lib/generated/prisma/client'
import { allows } from '../access'
import { createGuest } from '../accounts'
import { writeAudit } from '../audit'
import { database, type Transaction } from '../database'
import { isPassword } from '../password'
import { startSession } from '../sessions'
import { forgetTokenTry, mayTryToken, tokenHash } from '../token'
import { forgetPassword, mayTryPassword } from './link-password-tries'

export interface Opening {
  token: string
  password?: string
  /** Who opens it; a visitor becomes a guest by this. */
  user?: User
  /** Network address of the sender. */
  address: string
  userAgent: string
}

export type Opened =
  /** `sessionId` where a guest was made. */
  | { ok: true; projectId: string; sessionId?: string }
  /** `gone`: there is no such link, or it was revoked, has expired or is used up; nobody learns which. */
  | { ok: false; reason: 'gone' | 'password-needed' | 'password-wrong' | 'too-many' }

/**
 * Opens a share link. A use counts when somebody gets a grant by it, in the same transaction, so never more than it allows; whoever has
 * one, or may as much already, comes in without.
 */
export async function openLink(opening: Opening): Promise<Opened> {
  if (!(await mayTryToken(opening.address))) return { ok: false, reason: 'too-many' }
  const opened = await openCounted(opening)
  // a token that there is was no guess, whatever else it still needs
  if (opened.ok || opened.reason !== 'gone') await forgetTokenTry(opening.address)
  return opened
}

async function openCounted({ token, password, user, address, userAgent }: Opening): Promise<Opened> {
  const prisma = await database()
  const link = await prisma.shareLink.findUnique({
    where: { tokenHash: tokenHash(token), project: { deletedAt: null } },
  })
  const ended = !link || link.revokedAt !== null || (link.expiresAt !== null && link.expiresAt.getTime() <= Date.now())
  if (ended) return { ok: false, reason: 'gone' }
  if (user && (await hasAsMuch(user.id, link))) return { ok: true, projectId: link.projectId }
  if (link.maxUses !== null && link.uses >= link.maxUses) return { ok: false, reason: 'gone' }
  if (link.passwordHash !== null) {
    if (password === undefined) return { ok: false, reason: 'password-needed' }
    if (!(await mayTryPassword(link.id, address))) return { ok: false, reason: 'too-many' }
    if (!(await isPassword(password, link.passwordHash))) return { ok: false, reason: 'password-wrong' }
    await forgetPassword(link.id, address)
  }
  const sessionId = await prisma
    .$transaction(async (tx) => {
      const guest = user ? undefined : await createGuest(tx)
      await useLink(tx, link, user?.id ?? guest?.id ?? '')
      return guest && startSession(guest.id, userAgent, tx)
    })
    .catch((error: unknown) => {
      if (error instanceof LinkEnded) return error
      throw error
    })
  if (sessionId instanceof LinkEnded) return { ok: false, reason: 'gone' }
  return { ok: true, projectId: link.projectId, sessionId }
}

/** Between the look at it and its use a link ended, or others took its last uses. */
class LinkEnded extends Error {}

/** Gives somebody a grant and counts the use, or takes all of it back. */
async function useLink(tx: Transaction, link: ShareLink, userId: string): Promise<void> {
  const { count } = await tx.shareGrant.createMany({ data: [{ linkId: link.id, userId }], skipDuplicates: true })
  if (count === 0) return
  const used = await tx.$executeRaw`
    UPDATE "ShareLink" SET uses = uses + 1 WHERE id = ${link.id} AND "revokedAt" IS NULL
      AND ("expiresAt" IS NULL OR "expiresAt" > now()) AND ("maxUses" IS NULL OR uses < "maxUses")`
  if (used === 0) throw new LinkEnded()
  const detail = { link: link.id, role: link.role, label: link.label }
  await writeAudit(tx, { userId, projectId: link.projectId, action: 'link.open', detail })
}

/** True for whoever came by this link before, and for members who may as much: other links of theirs may end earlier. */
async function hasAsMuch(userId: string, link: ShareLink): Promise<boolean> {
  const prisma = await database()
  const member = { members: { some: { userId, role: { in: rolesFrom(link.role) } } } }
  const found = await prisma.project.findFirst({
    where: {
      id: link.projectId,
      OR: [member, { team: member }, { shareLinks: { some: { id: link.id, grants: { some: { userId } } } } }],
    },
    select: { id: true },
  })
  return found !== null
}

const rolesFrom = (least: Role) => Object.values(Role).filter((role) => allows(role, least))
