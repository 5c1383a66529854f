import 'server-only'
import { z } from 'zod'
import { oauthFlow, type OAuthFlow } from '@/lib/oauth/flow'
import { secondsToCallBack } from '@/lib/oauth/callback'
import { database } from '../database'
import { seal, unseal } from '../seal'
import { newToken, tokenHash } from '../token'
import { limits } from './limits'

/** A flow is kept so long after it began. */
const lifetime = 60 * 60 * 1000

/** Who a flow belongs to: it is shown to this user only, and goes with this session. */
export interface FlowOwner {
  userId: string
  sessionId: string
}

/** Another's flow, one that is over and one that never was look the same. */
export const noFlowReason = 'Start again: this flow is not here, or it is over. Flows are kept for an hour.'

export interface KeptFlow {
  id: string
  expiresAt: Date
  flow: OAuthFlow
}

/** What the row of a flow is sealed under. */
export const flowSealName = (id: string) => `oauth flow ${id}`

/** Keeps a new flow, sealed; undefined where its user has as many as one may have. */
export async function createFlow(owner: FlowOwner, flow: OAuthFlow): Promise<string | undefined> {
  const prisma = await database()
  const id = crypto.randomUUID()
  const expiresAt = new Date(Date.now() + lifetime)
  const sealed = seal(flowSealName(id), flow)
  return prisma.$transaction(async (transaction) => {
    // two at once would both find room for the last
    await transaction.$queryRaw`SELECT id FROM "User" WHERE id = ${owner.userId} FOR UPDATE`
    const open = await transaction.oAuthFlow.count({ where: { userId: owner.userId, expiresAt: { gt: new Date() } } })
    if (open >= limits.flows) return undefined
    await transaction.oAuthFlow.create({ data: { id, ...owner, sealed, expiresAt } })
    return id
  })
}

/** The flow of this user; undefined where it is another's, or gone. */
export async function readFlow(userId: string, id: string): Promise<KeptFlow | undefined> {
  const prisma = await database()
  const row = await prisma.oAuthFlow.findFirst({ where: { id, userId, expiresAt: { gt: new Date() } } })
  if (!row) return undefined
  const flow = opened(id, row.sealed)
  return flow && { id, expiresAt: row.expiresAt, flow }
}

/**
 * Changes a flow under the lock of its row. `change` sees the newest state, in whichever process it was written;
 * undefined where there is no such flow.
 */
export async function changeFlow(
  userId: string,
  id: string,
  change: (flow: OAuthFlow) => OAuthFlow,
): Promise<KeptFlow | undefined> {
  const prisma = await database()
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "OAuthFlow" WHERE id = ${id} FOR UPDATE`
    const row = await transaction.oAuthFlow.findFirst({ where: { id, userId, expiresAt: { gt: new Date() } } })
    const before = row && opened(id, row.sealed)
    if (!row || !before) return undefined
    const flow = change(before)
    await transaction.oAuthFlow.update({ where: { id }, data: { sealed: seal(flowSealName(id), flow) } })
    return { id, expiresAt: row.expiresAt, flow }
  })
}

/** Ends one flow of a user, or all of them: nothing of them can be read again. */
export async function removeFlows(userId: string, id?: string): Promise<void> {
  const prisma = await database()
  await prisma.oAuthFlow.deleteMany({ where: { userId, id } })
}

/** Removes the flows whose time is over. */
export async function removeExpiredFlows(): Promise<void> {
  const prisma = await database()
  await prisma.oAuthFlow.deleteMany({ where: { expiresAt: { lte: new Date() } } })
}

const claims = z.array(z.object({ busyUntil: z.coerce.date() }))

/**
 * Runs work that talks to the flow's server while nobody else does, in whichever process: a code and a rotating refresh token can be
 * spent once. `busy` where another request of the flow is under way.
 */
export async function alone<T>(
  id: string,
  work: () => Promise<T>,
): Promise<{ busy: true } | { busy: false; result: T }> {
  const prisma = await database()
  const rows = await prisma.$queryRaw`
    UPDATE "OAuthFlow" SET "busyUntil" = now() + interval '30 seconds'
    WHERE id = ${id} AND ("busyUntil" IS NULL OR "busyUntil" < now()) RETURNING "busyUntil"`
  const [claim] = claims.parse(rows)
  if (!claim) return { busy: true }
  try {
    return { busy: false, result: await work() }
  } finally {
    // After 30 s it may be another's.
    await prisma.oAuthFlow.updateMany({ where: { id, busyUntil: claim.busyUntil }, data: { busyUntil: null } })
  }
}

/** Remembers that an authorization began. Gives what the cookie of the browser is to hold. */
export async function beginAuthorization(flowId: string, state: string): Promise<string> {
  const prisma = await database()
  const { token: cookie, hash: cookieHash } = newToken()
  await prisma.oAuthAuthorization.create({
    data: { stateHash: tokenHash(state), flowId, cookieHash },
  })
  return cookie
}

const taken = z.array(z.object({ flowId: z.string() }))

/**
 * The flow whose authorization this answers. Only once, only within five minutes, and only for the browser and the user that began it;
 * whoever else tries leaves it as it was. `cookie` is that browser's, absent where the answer is pasted into the page of the flow.
 */
export async function takeAuthorization(
  userId: string,
  state: string,
  by: { cookie: string } | { flowId: string },
): Promise<string | undefined> {
  const prisma = await database()
  const rows = await prisma.$queryRaw`
    DELETE FROM "OAuthAuthorization" a USING "OAuthFlow" f
    WHERE a."stateHash" = ${tokenHash(state)} AND f.id = a."flowId" AND f."userId" = ${userId}
      AND a."createdAt" > now() - make_interval(secs => ${secondsToCallBack}::double precision)
      AND (a."cookieHash" = ${'cookie' in by ? tokenHash(by.cookie) : ''} OR f.id = ${'flowId' in by ? by.flowId : ''})
    RETURNING a."flowId"`
  return taken.parse(rows)[0]?.flowId
}

/** The flows of a user that wait for an answer to one of these browser's authorizations, the newest first. */
export async function waitingFlows(userId: string, cookies: readonly string[]): Promise<string[]> {
  const prisma = await database()
  const rows = await prisma.oAuthAuthorization.findMany({
    where: { cookieHash: { in: cookies.map(tokenHash) }, flow: { userId, expiresAt: { gt: new Date() } } },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ flowId }) => flowId)
}

/** The flow that waits for an answer with this state, and its user; nothing of it is taken. */
export async function flowOfState(state: string): Promise<{ flowId: string; userId: string } | undefined> {
  const prisma = await database()
  const found = await prisma.oAuthAuthorization.findUnique({
    where: { stateHash: tokenHash(state) },
    select: { flowId: true, flow: { select: { userId: true } } },
  })
  return found ? { flowId: found.flowId, userId: found.flow.userId } : undefined
}

/** Whether an authorization of this flow has not been answered yet, be it too late by now. */
export async function awaitsCallback(flowId: string): Promise<boolean> {
  const prisma = await database()
  return (await prisma.oAuthAuthorization.count({ where: { flowId } })) > 0
}

/** What the names of these cookies begin with. */
export const cookiePrefix = 'pw_oauth_'

/** The cookie of an authorization is named after its state, so that two tabs have one each. */
export function cookieNameOf(state: string): string {
  return `${cookiePrefix}${tokenHash(state).slice(0, 32)}`
}

function opened(id: string, sealed: Uint8Array): OAuthFlow | undefined {
  const parsed = oauthFlow.safeParse(unseal(flowSealName(id), sealed))
  return parsed.success ? parsed.data : undefined
}
