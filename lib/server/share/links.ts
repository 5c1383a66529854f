import 'server-only'
import { boolean, enum as oneOf, int, object, string, type z } from 'zod'
import type { Prisma } from '@/lib/generated/prisma/client'
import { accessOf } from '../access'
import { writeAudit } from '../audit'
import { database, type Transaction } from '../database'
import { publish } from '../events/events'
import { hashPassword } from '../password'
import { newToken } from '../token'

/** Links of a project that can be opened; those that ended do not count. */
const mostLinks = 100
const day = 24 * 60 * 60 * 1000

/** What a new link allows. */
export const linkInput = object({
  role: oneOf(['view', 'comment', 'edit'], 'Choose view, comment or edit.'),
  label: string().trim().max(100, 'Write a label of at most 100 characters.').default(''),
  /** Days until it ends; for ever without. */
  days: int('Give whole days.').min(1, 'Give 1 day or more.').max(3650, 'Give 3,650 days at most.').optional(),
  password: string()
    .min(6, 'Choose a password of at least 6 characters.')
    .max(1_000, 'Choose a password of at most 1,000 characters.')
    .optional(),
  maxUses: int('Give a whole number of uses.').min(1, 'Allow 1 use or more.').max(1_000_000).optional(),
  download: boolean().default(true),
})

export type LinkInput = z.infer<typeof linkInput>

export type LinkState = 'live' | 'revoked' | 'expired' | 'used-up'

/** A link as its owner sees it. The token is not there: nobody has it. */
export interface ShareLinkRow {
  id: string
  role: 'view' | 'comment' | 'edit'
  label: string
  download: boolean
  hasPassword: boolean
  maxUses?: number
  uses: number
  state: LinkState
  /** Name of who made it. */
  by?: string
  createdAt: string
  expiresAt?: string
}

type MadeLink = { ok: true; id: string; token: string } | { ok: false; reason: string }

/** Makes a link for an owner. Access was checked before; it may have ended since. The token is given this once. */
export async function createLink(
  userId: string,
  projectId: string,
  { password, days, ...input }: LinkInput,
): Promise<MadeLink> {
  const prisma = await database()
  const { token, hash } = newToken()
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  const expiresAt = days === undefined ? undefined : new Date(Date.now() + days * day)
  return prisma.$transaction(async (tx): Promise<MadeLink> => {
    // a role that changes meanwhile would not end this one with the others
    await tx.$queryRaw`SELECT id FROM "Team" WHERE id = (SELECT "teamId" FROM "Project" WHERE id = ${projectId}) FOR SHARE`
    // two at once would both find room for the last
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId} FOR UPDATE`
    if ((await accessOf(userId, projectId, tx))?.role !== 'own')
      return { ok: false, reason: 'Reload the page: your role in this plugin has changed.' }
    if ((await countLive(tx, projectId)) >= mostLinks)
      return { ok: false, reason: `Revoke a link first: a project has ${mostLinks} that can be opened at most.` }
    const link = await tx.shareLink.create({
      data: { ...input, projectId, createdById: userId, tokenHash: hash, passwordHash, expiresAt },
    })
    const detail = { link: link.id, role: input.role, label: input.label }
    await writeAudit(tx, { userId, projectId, action: 'link.create', detail })
    return { ok: true, id: link.id, token }
  })
}

/** How many links of a project are `live`, as `listLinks` says it. */
function countLive(tx: Transaction, projectId: string): Promise<number> {
  const { maxUses } = tx.shareLink.fields
  return tx.shareLink.count({
    where: {
      projectId,
      revokedAt: null,
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        { OR: [{ maxUses: null }, { uses: { lt: maxUses } }] },
      ],
    },
  })
}

/** The links of a project, the newest first, those that ended too. */
export async function listLinks(projectId: string): Promise<ShareLinkRow[]> {
  const prisma = await database()
  const links = await prisma.shareLink.findMany({
    where: { projectId },
    include: { createdBy: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 500,
  })
  return links.map(({ passwordHash, maxUses, revokedAt, expiresAt, createdBy, role, ...link }) => ({
    id: link.id,
    role: role === 'own' ? 'edit' : role,
    label: link.label,
    download: link.download,
    uses: link.uses,
    hasPassword: passwordHash !== null,
    maxUses: maxUses ?? undefined,
    state: revokedAt
      ? 'revoked'
      : expiresAt && expiresAt.getTime() <= Date.now()
        ? 'expired'
        : maxUses !== null && link.uses >= maxUses
          ? 'used-up'
          : 'live',
    by: createdBy?.name,
    createdAt: link.createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString(),
  }))
}

/** Ends a link: nobody opens it any more, and whoever came by it has no more access. False where there is none to end. */
export async function revokeLink(userId: string, projectId: string, linkId: string): Promise<boolean> {
  const prisma = await database()
  const projects = await prisma.$transaction((tx) => revokeLinks(tx, userId, { id: linkId, projectId }))
  for (const each of projects) await publish({ kind: 'access', projectId: each })
  return projects.length > 0
}

/** Ends these links in the transaction of what ends them. Gives their projects, whose open pages are to be told after it. */
export async function revokeLinks(
  tx: Transaction,
  userId: string,
  which: Prisma.ShareLinkWhereInput,
): Promise<string[]> {
  const ended = await tx.shareLink.updateManyAndReturn({
    where: { ...which, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true, projectId: true, label: true },
  })
  await writeAudit(
    tx,
    ...ended.map(({ id: link, projectId, label }) => ({
      userId,
      projectId,
      action: 'link.revoke',
      detail: { link, label },
    })),
  )
  return [...new Set(ended.map(({ projectId }) => projectId))]
}
