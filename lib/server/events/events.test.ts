import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createGuest } from '../accounts'
import { changesSince } from '../changes-since'
import { database, openServer } from '../database'
import { createProject, deleteProject, loadProject, restoreProject } from '../projects'
import { saveRevision } from '../save'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { eventFrom } from './event'
import { publish, subscribe, type Heard } from './events'
import { listenServer } from './listen-server'

/** What a subscriber heard, and the way to wait until it is so much. */
async function hearing(projects: string[], userId?: string) {
  const heard: Heard[] = []
  let wake = () => {}
  const stop = await subscribe({
    projects: new Set(projects),
    userId,
    hear(event) {
      heard.push(event)
      wake()
    },
  })
  async function until(count: number) {
    while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve))
    return heard
  }
  return { heard, until, stop }
}

describe('a notification', () => {
  it('of another version of the app says nothing', () => {
    expect(eventFrom('{')).toBeUndefined()
    expect(eventFrom('{"kind":"saved","projectId":"p","files":{}}')).toBeUndefined()
    expect(eventFrom('{"kind":"saved","projectId":"p","revision":"r"}')).toEqual({
      kind: 'saved',
      projectId: 'p',
      revision: 'r',
    })
  })
})

describeOnDatabases('events', (name) => {
  let userId = ''
  beforeAll(async () => {
    await emptyDatabase()
    userId = (await createGuest()).id
  })

  it('are heard by those whom they concern, in their order, until they stop listening', async () => {
    const one = await hearing(['p1', 'p2'], 'ada')
    const other = await hearing(['p3'])
    await publish({ kind: 'saved', projectId: 'p1', revision: 'r1' })
    await publish({ kind: 'saved', projectId: 'p4', revision: 'r2' })
    await publish({ kind: 'access', userId: 'bob' })
    await publish({ kind: 'access', userId: 'ada' })
    await publish({ kind: 'comments', projectId: 'p3' })
    expect(await one.until(2)).toEqual([
      { kind: 'saved', projectId: 'p1', revision: 'r1' },
      { kind: 'access', userId: 'ada' },
    ])
    expect(await other.until(1)).toEqual([{ kind: 'comments', projectId: 'p3' }])
    one.stop()
    await publish({ kind: 'access', projectId: 'p1' })
    await publish({ kind: 'access', projectId: 'p3' })
    await other.until(2)
    expect(one.heard).toHaveLength(2)
    other.stop()
  })

  it('tell of a save, a removal and its taking back', async () => {
    const made = await createProject(userId, new Map([['a.txt', 'one\n']]))
    if (!made.ok) throw new Error(made.reason)
    const { revision = '' } = (await loadProject(made.id)) ?? {}
    const { until, stop } = await hearing([made.id])
    const save = { projectId: made.id, userId, base: revision }
    await saveRevision({ ...save, changes: [] })
    const saved = await saveRevision({ ...save, changes: [{ path: 'a.txt', text: 'two\n' }] })
    await until(1)
    await deleteProject(made.id, userId)
    await restoreProject(userId, made.id)
    expect(await until(3)).toEqual([
      { kind: 'saved', projectId: made.id, revision: saved.ok && saved.revision },
      { kind: 'project', projectId: made.id },
      { kind: 'project', projectId: made.id },
    ])
    stop()
  })

  it('lead to what changed since a revision, in the files that did', async () => {
    const files = ['a.txt', 'b.txt', 'c.txt'].map((path) => [path, `${path}\n`] as const)
    const made = await createProject(userId, new Map(files))
    if (!made.ok) throw new Error(made.reason)
    const { revision = '' } = (await loadProject(made.id)) ?? {}
    expect(await changesSince(made.id, revision)).toEqual({ revision, changes: [] })
    const changes = [
      { path: 'a.txt', text: 'other\n' },
      { path: 'b.txt', removed: true as const },
      { path: 'd.txt', text: 'new\n' },
    ]
    const saved = await saveRevision({ projectId: made.id, userId, base: revision, changes })
    expect(await changesSince(made.id, revision)).toEqual({ revision: saved.ok && saved.revision, changes })
    expect(await changesSince(made.id, 'none')).toBeUndefined()
  })

  if (name === 'PGlite') return

  it('go on after the connection was killed, and say that some may be missing', async () => {
    const { heard, until, stop } = await hearing(['p1'])
    const prisma = await database()
    const killed = await prisma.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'plugwright events' AND datname = current_database()`
    expect(killed).toHaveLength(1)
    await until(1)
    expect(heard).toEqual(['gap'])
    await publish({ kind: 'saved', projectId: 'p1', revision: 'r2' })
    expect((await until(2))[1]).toEqual({ kind: 'saved', projectId: 'p1', revision: 'r2' })
    stop()
  })

  it('come from another process as from this one, and go there', async () => {
    const rows = await (await database()).$queryRaw`SELECT inet_server_port() AS port, current_database() AS name`
    const [{ port, name }] = rows as [{ port: number; name: string }]
    const other = await openServer(`postgres://plugwright@127.0.0.1:${port}/${name}`)
    onTestFinished(other.close)
    const there: string[] = []
    let wake = () => {}
    await other.listen('plugwright_events', {
      onPayload(payload) {
        there.push(payload)
        wake()
      },
      onGap: () => {},
    })
    const { until, stop } = await hearing(['p9'])
    const event = { kind: 'saved', projectId: 'p9', revision: 'r1' } as const
    await other.prisma.$executeRaw`SELECT pg_notify('plugwright_events', ${JSON.stringify(event)})`
    expect(await until(1)).toEqual([event])
    await publish({ ...event, revision: 'r2' })
    while (there.length < 2) await new Promise<void>((resolve) => (wake = resolve))
    expect(there.map((payload) => eventFrom(payload))).toEqual([event, { ...event, revision: 'r2' }])
    stop()
  })

  it('are waited for where the server does not answer at first', async () => {
    const heard: string[] = []
    const stop = await listenServer('postgres://plugwright@127.0.0.1:1/none', 'c', {
      onPayload: (payload) => heard.push(payload),
      onGap: () => heard.push('gap'),
    })
    await stop()
    expect(heard).toEqual([])
    expect(await connections()).toBe(1)
  })

  async function connections(): Promise<number> {
    const rows = await (
      await database()
    ).$queryRaw`SELECT 1 FROM pg_stat_activity
      WHERE application_name = 'plugwright events' AND datname = current_database()`
    return Array.isArray(rows) ? rows.length : 0
  }
})
