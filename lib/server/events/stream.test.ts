import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createGuest } from '../accounts'
import { database } from '../database'
import { createProject, deleteProject, loadProject, restoreProject } from '../projects'
import { createResetLink, resetPassword } from '../password-reset'
import { saveRevision } from '../save'
import { endOtherSessions, endSession, startSession } from '../sessions'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { publish } from './events'
import { beat, leave, peopleIn } from './presence'
import { streamEvents } from './stream'
import { countStreams } from './streams'

/** Reads a stream as a browser would: its events, one after the other. */
function reading(
  of: { sessionId: string; userId: string; projects: string[] },
  { resumes = false, tabs = [] }: { resumes?: boolean; tabs?: string[] } = {},
) {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const response = streamEvents({ ...of, tabs, resumes, signal: abort.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  /** The next event but for those that say who is there, or only one of those, or any; `closed` at the end. */
  async function next(kind?: 'people' | 'any'): Promise<unknown> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end < 0) {
        const { done, value = '' } = (await reader?.read()) ?? { done: true }
        if (done) return 'closed'
        text += value
        continue
      }
      const message = text.slice(0, end)
      text = text.slice(end + 2)
      const [, event, data] = /^event: (.+)\ndata: (.+)$/m.exec(message) ?? []
      if (event === undefined || (kind !== 'any' && (event === 'people') !== (kind === 'people'))) continue
      return [event, JSON.parse(data ?? '')]
    }
  }
  return { next, response, leave: () => abort.abort() }
}

describeOnDatabases('a stream of events', () => {
  let ada: { userId: string; sessionId: string }
  let bob: { userId: string; sessionId: string }
  let projectId = ''
  let revision = ''

  async function person() {
    const { id: userId } = await createGuest()
    return { userId, sessionId: await startSession(userId, '') }
  }

  beforeEach(async () => {
    await emptyDatabase()
    ;[ada, bob] = [await person(), await person()]
    const made = await createProject(ada.userId, new Map([['a.txt', 'one\n']]))
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
    revision = (await loadProject(projectId))?.revision ?? ''
    await (await database()).member.create({ data: { projectId, userId: bob.userId, role: 'edit' } })
  })

  const setRole = async (role: 'view' | 'edit') =>
    (await database()).member.update({
      where: { projectId_userId: { projectId, userId: bob.userId } },
      data: { role },
    })

  it('says at first how each project stands, then what others save', async () => {
    const { next, response } = reading({ ...bob, projects: [projectId, 'none'] })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(await next()).toEqual(['head', { projectId, revision, role: 'edit' }])
    expect(await next()).toEqual(['gone', { projectId: 'none' }])
    const saved = await saveRevision({
      projectId,
      userId: ada.userId,
      base: revision,
      changes: [{ path: 'a.txt', text: 'two\n' }],
    })
    expect(await next()).toEqual(['head', { projectId, revision: saved.ok && saved.revision, role: 'edit' }])
  })

  it('is told of another role, of the end of its rights, and ends with them', async () => {
    const { next } = reading({ ...bob, projects: [projectId] })
    await next()
    await setRole('view')
    await publish({ kind: 'access', projectId })
    expect(await next()).toEqual(['head', { projectId, revision, role: 'view' }])
    await (await database()).member.deleteMany({ where: { userId: bob.userId } })
    await publish({ kind: 'access', userId: bob.userId })
    expect(await next()).toEqual(['gone', { projectId }])
    expect(await next()).toBe('closed')
    expect(countStreams(bob.userId)).toBe(0)
  })

  it('finds out by itself what nobody told: a role, a head, a session that ended', async () => {
    const { next } = reading({ ...bob, projects: [projectId] })
    await next()
    await setRole('view')
    expect(await next()).toEqual(['head', { projectId, revision, role: 'view' }])
    const prisma = await database()
    const { tree } = await prisma.revision.findUniqueOrThrow({ where: { id: revision } })
    const unheard = await prisma.revision.create({ data: { projectId, parentId: revision, tree: tree ?? [] } })
    await prisma.project.update({ where: { id: projectId }, data: { headId: unheard.id } })
    expect(await next()).toEqual(['head', { projectId, revision: unheard.id, role: 'view' }])
    await prisma.session.deleteMany({ where: { id: bob.sessionId } })
    expect(await next()).toEqual(['signed-out', {}])
    expect(await next()).toBe('closed')
  })

  it('ends with the session', async () => {
    const { next } = reading({ ...bob, projects: [projectId] })
    await next()
    await endSession(bob.userId, bob.sessionId)
    expect([await next(), await next()]).toEqual([['signed-out', {}], 'closed'])
  })

  it('ends with the session that another browser ends, or a new password', async () => {
    const other = await startSession(bob.userId, '')
    const ended = async (end: () => Promise<unknown>) => {
      const { next } = reading({ ...bob, projects: [projectId] })
      await next()
      const began = performance.now()
      await end()
      expect([await next(), await next()]).toEqual([['signed-out', {}], 'closed'])
      // by the event, not by the next beat
      expect(performance.now() - began).toBeLessThan(3_000)
    }
    await ended(() => endOtherSessions(bob.userId, other))
    bob.sessionId = other
    const prisma = await database()
    await prisma.user.update({ where: { id: bob.userId }, data: { email: 'bob@example.com' } })
    const link = (await createResetLink('bob@example.com')) ?? ''
    await ended(() => resetPassword(link.slice(link.indexOf('#') + 1), 'battery staple', '192.0.2.1'))
  })

  it('says who is there in a project that is put back', async () => {
    const other = await createProject(ada.userId, new Map([['a.txt', 'one\n']]))
    if (!other.ok) throw new Error(other.reason)
    await deleteProject(other.id, ada.userId)
    const { next } = reading({ ...ada, projects: [projectId, other.id] })
    const first = [await next('any'), await next('any'), await next('any')]
    // who is there is asked beside the look at the other project
    expect(first).toEqual(
      expect.arrayContaining([
        ['head', { projectId, revision, role: 'own' }],
        ['gone', { projectId: other.id }],
        ['people', { projectId, people: [] }],
      ]),
    )
    await restoreProject(ada.userId, other.id)
    expect(await next('people')).toEqual(['people', { projectId: other.id, people: [] }])
  })

  it('ends for all when a project is deleted, and for a reader who goes', async () => {
    const own = reading({ ...ada, projects: [projectId] })
    const other = reading({ ...bob, projects: [projectId] })
    await Promise.all([own.next(), other.next()])
    own.leave()
    expect(countStreams(ada.userId)).toBe(0)
    await deleteProject(projectId, ada.userId)
    expect([await other.next(), await other.next()]).toEqual([['gone', { projectId }], 'closed'])
  })

  it('says to a reader who comes again that something may have been missed', async () => {
    expect(await reading({ ...bob, projects: [projectId] }, { resumes: true }).next()).toEqual(['again', {}])
  })

  it('says who is there and where, once a person, until they go or are not heard of any more', async () => {
    const { next } = reading({ ...bob, projects: [projectId] })
    const seen = async () => {
      const [, { people }] = (await next('people')) as [string, { people: { userId: string; place: unknown }[] }]
      return people.map(({ userId, place }) => [userId === ada.userId ? 'ada' : 'bob', place])
    }
    expect(await seen()).toEqual([])
    const tab = { tab: 'one', projectId, userId: ada.userId, place: { file: 'a.yaml', at: '' } }
    await beat(tab)
    expect(await seen()).toEqual([['ada', { file: 'a.yaml', at: '' }]])
    await beat(tab)
    await beat({ ...tab, tab: 'two', place: { file: 'b.yaml', at: '/label' } })
    expect(await seen()).toEqual([['ada', { file: 'b.yaml', at: '/label' }]])
    await beat({ ...tab, userId: bob.userId, place: { file: 'c.yaml', at: '' } })
    await leave({ tab: 'two', projectId, userId: bob.userId })
    await leave({ tab: 'two', projectId, userId: ada.userId })
    expect(await seen()).toEqual([['ada', { file: 'a.yaml', at: '' }]])
    await (
      await database()
    ).$executeRaw`UPDATE "Presence" SET "seenAt" = now() - interval '8 seconds'`
    expect(await seen()).toEqual([])
  })

  it('speaks for the tabs that it is read for, and for nobody else’s', async () => {
    const at = { projectId, place: { file: 'a.yaml', at: '' } }
    await beat({ ...at, tab: 'one', userId: bob.userId })
    await beat({ ...at, tab: 'two', userId: ada.userId })
    await (
      await database()
    ).$executeRaw`UPDATE "Presence" SET "seenAt" = now() - interval '9 seconds'`
    const { next } = reading({ ...bob, projects: [projectId] }, { tabs: ['one', 'two'] })
    await next()
    const here = async () => (await peopleIn([projectId])).get(projectId)?.map(({ userId }) => userId)
    expect(await here()).toEqual([])
    await expect.poll(here, { timeout: 12_000 }).toEqual([bob.userId])
  })
})
