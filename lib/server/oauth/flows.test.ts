import { beforeEach, expect, it } from 'vitest'
import { settingsOf } from '@/lib/oauth/settings'
import type { OAuthFlow } from '@/lib/oauth/flow'
import { createGuest } from '../accounts'
import { database } from '../database'
import { endSession, startSession } from '../sessions'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import {
  alone,
  beginAuthorization,
  changeFlow,
  createFlow as createFlowOrNone,
  readFlow,
  removeExpiredFlows,
  removeFlows,
  takeAuthorization,
  type FlowOwner,
} from './flows'

const flow: OAuthFlow = {
  settings: settingsOf({ clientId: 'acme' }),
  clientSecret: 'canary-client-secret',
  redirectUri: 'http://localhost:3000/oauth/callback',
  exchanges: [],
}

async function createFlow(owner: FlowOwner, kept: OAuthFlow): Promise<string> {
  const id = await createFlowOrNone(owner, kept)
  if (id === undefined) throw new Error('too many flows')
  return id
}

describeOnDatabases('flows of the playground', () => {
  let owner: FlowOwner
  let stranger: FlowOwner

  beforeEach(async () => {
    await emptyDatabase()
    const [one, other] = [await createGuest(), await createGuest()]
    owner = { userId: one.id, sessionId: await startSession(one.id, '') }
    stranger = { userId: other.id, sessionId: await startSession(other.id, '') }
  })

  it('are read by their user, and by nobody else', async () => {
    const id = await createFlow(owner, flow)
    expect((await readFlow(owner.userId, id))?.flow).toEqual(flow)
    expect(await readFlow(stranger.userId, id)).toBeUndefined()
    expect(await changeFlow(stranger.userId, id, (each) => each)).toBeUndefined()
  })

  it('show nothing to whoever reads the database', async () => {
    await createFlow(owner, flow)
    const rows = await (await database()).oAuthFlow.findMany()
    expect(rows).toHaveLength(1)
    for (const row of rows) expect(Buffer.from(row.sealed).includes('canary')).toBe(false)
  })

  it('lose nothing when they are changed twice at once', async () => {
    const id = await createFlow(owner, flow)
    const add = (clientId: string) =>
      changeFlow(owner.userId, id, (each) => ({
        ...each,
        settings: { ...each.settings, scopes: [...each.settings.scopes, clientId] },
      }))
    await Promise.all(['a', 'b', 'c', 'd'].map(add))
    expect((await readFlow(owner.userId, id))?.flow.settings.scopes.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('go with the session, when they are cleared, and after an hour', async () => {
    const prisma = await database()
    await createFlow(owner, flow)
    await endSession(owner.userId, owner.sessionId)
    expect(await prisma.oAuthFlow.count()).toBe(0)

    const kept = await createFlow(stranger, flow)
    await createFlow(stranger, flow)
    await removeFlows(stranger.userId, kept)
    expect(await prisma.oAuthFlow.count()).toBe(1)
    await removeFlows(stranger.userId)
    expect(await prisma.oAuthFlow.count()).toBe(0)

    const old = await createFlow(stranger, flow)
    await prisma.$executeRaw`UPDATE "OAuthFlow" SET "expiresAt" = now() - interval '1 second'`
    expect(await readFlow(stranger.userId, old)).toBeUndefined()
    await removeExpiredFlows()
    expect(await prisma.oAuthFlow.count()).toBe(0)
  })

  it('send one request at a time', async () => {
    const id = await createFlow(owner, flow)
    let release = () => {}
    const first = alone(id, () => new Promise<string>((resolve) => (release = () => resolve('first'))))
    await expect.poll(async () => (await (await database()).oAuthFlow.findFirst())?.busyUntil).toBeTruthy()
    expect(await alone(id, async () => 'second')).toEqual({ busy: true })
    release()
    expect(await first).toEqual({ busy: false, result: 'first' })
    expect(await alone(id, async () => 'third')).toEqual({ busy: false, result: 'third' })
  })

  it('are free again when a request fails, or its process died', async () => {
    const id = await createFlow(owner, flow)
    await expect(alone(id, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
    expect(await alone(id, async () => 1)).toEqual({ busy: false, result: 1 })
    await (
      await database()
    ).$executeRaw`UPDATE "OAuthFlow" SET "busyUntil" = now() - interval '1 second'`
    expect(await alone(id, async () => 2)).toEqual({ busy: false, result: 2 })
  })

  it('are found by the state that comes back, once', async () => {
    const id = await createFlow(owner, flow)
    const cookie = await beginAuthorization(id, 'state')
    expect(await takeAuthorization(owner.userId, 'state', { cookie })).toBe(id)
    expect(await takeAuthorization(owner.userId, 'state', { cookie })).toBeUndefined()
  })

  it('are not found by another state, browser or user, and wait on for the right one', async () => {
    const id = await createFlow(owner, flow)
    const cookie = await beginAuthorization(id, 'state')
    expect(await takeAuthorization(owner.userId, 'other', { cookie })).toBeUndefined()
    expect(await takeAuthorization(owner.userId, 'state', { cookie: 'other' })).toBeUndefined()
    expect(await takeAuthorization(owner.userId, 'state', { cookie: '' })).toBeUndefined()
    expect(await takeAuthorization(owner.userId, 'state', { flowId: '' })).toBeUndefined()
    expect(await takeAuthorization(stranger.userId, 'state', { cookie })).toBeUndefined()
    expect(await takeAuthorization(stranger.userId, 'state', { flowId: id })).toBeUndefined()
    expect(await takeAuthorization(owner.userId, 'state', { flowId: id })).toBe(id)
  })

  it('are not found by a state of more than five minutes ago', async () => {
    const cookie = await beginAuthorization(await createFlow(owner, flow), 'state')
    await (
      await database()
    ).$executeRaw`UPDATE "OAuthAuthorization" SET "createdAt" = now() - interval '301 seconds'`
    expect(await takeAuthorization(owner.userId, 'state', { cookie })).toBeUndefined()
  })
})
