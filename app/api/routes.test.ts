import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { changesOf } from '@/lib/plugin/changes'
import { createPlugin } from '@/lib/plugin/create'
import type { Role } from '@/lib/generated/prisma/client'
import { createGuest } from '@/lib/server/accounts'
import { allows } from '@/lib/server/access'
import { database } from '@/lib/server/database'
import { createProject, loadProject } from '@/lib/server/projects'
import { startFlow, startInput } from '@/lib/server/oauth/start-flow'
import { startSession } from '@/lib/server/sessions'
import { describeOnDatabases, emptyDatabase } from '@/lib/server/test-database'

const cookie = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('@/lib/server/session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(cookie.sessionId) }))

type Who = 'visitor' | 'stranger' | Role
const everyone: readonly Who[] = ['visitor', 'stranger', 'view', 'comment', 'edit', 'own']

interface Row {
  /** What a member needs; `anybody` needs no account, `account` any, `flow` is the one who began it: the owner here. */
  need: Role | 'anybody' | 'account' | 'flow'
  /** Status for whoever may. */
  status: number
  body?: (revision: string) => unknown
}

const save = (revision: string) => ({ base: revision, changes: [{ path: 'new.md', text: 'new' }] })

const flowInput = {
  settings: { clientId: 'acme', authorizationUrl: 'https://id.example/authorize' },
  clientSecret: 'secret',
  callbackPath: '/oauth/callback',
}

/** Every method of every route. Next-auth and the practice provider have their own rules. */
const table: Readonly<Record<string, Row>> = {
  'GET health': { need: 'anybody', status: 200 },
  'POST projects': { need: 'account', status: 201, body: () => ({ files: [] }) },
  'DELETE projects/[projectId]': { need: 'own', status: 204 },
  'GET projects/[projectId]/files': { need: 'view', status: 200 },
  'GET projects/[projectId]/icon': { need: 'view', status: 200 },
  'GET projects/[projectId]/archive': { need: 'view', status: 200 },
  'GET projects/[projectId]/package': { need: 'view', status: 422 },
  'POST projects/[projectId]/revisions': { need: 'edit', status: 200, body: save },
  'POST oauth/flows': { need: 'account', status: 201, body: () => flowInput },
  'DELETE oauth/flows': { need: 'account', status: 204 },
  'GET oauth/flows/[flowId]': { need: 'flow', status: 200 },
  'DELETE oauth/flows/[flowId]': { need: 'flow', status: 204 },
  'POST oauth/flows/[flowId]/callback': { need: 'flow', status: 200, body: () => ({ url: 'https://a.example' }) },
  'POST oauth/flows/[flowId]/steps': { need: 'flow', status: 422, body: () => ({ step: 'exchange' }) },
  'POST oauth/flows/[flowId]/reveal': { need: 'flow', status: 200 },
  'POST oauth/discovery': { need: 'account', status: 422, body: () => ({ issuer: 'http://10.0.0.1', settings: {} }) },
  'GET oauth/practice': { need: 'account', status: 200 },
  'GET oauth/callback': { need: 'anybody', status: 200 },
  'GET console/api/oauth/plugin/[author]/[plugin]/[provider]/[kind]/callback': { need: 'anybody', status: 200 },
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

async function handlers(): Promise<Map<string, Handler>> {
  const found = new Map<string, Handler>()
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  for (const file of files.filter(
    (path) => /(^|\/)route\.tsx?$/.test(path) && !/^api\/auth\/|^practice\//.test(path),
  )) {
    const path = file.replace(/^api\//, '').replace(/\/route\.tsx?$/, '')
    const routes = (await import(/* @vite-ignore */ resolve('app', file))) as Record<string, Handler>
    for (const method of methods) if (routes[method]) found.set(`${method} ${path}`, routes[method])
  }
  return found
}

describe('the table of routes', () => {
  it('names every route that there is', async () => {
    expect([...(await handlers()).keys()].sort()).toEqual(Object.keys(table).sort())
  })
})

describeOnDatabases('routes', () => {
  const sessions = new Map<Who, string>()
  const users = new Map<Who, string>()
  let routes: Map<string, Handler>

  beforeAll(async () => {
    await emptyDatabase()
    routes = await handlers()
    for (const who of everyone.slice(1)) {
      const user = await createGuest()
      users.set(who, user.id)
      sessions.set(who, await startSession(user.id, ''))
    }
  })

  async function project() {
    const prisma = await database()
    const made = await createProject(
      users.get('own') ?? '',
      new Map([
        ['manifest.yaml', 'name: a\nicon: i.svg\n'],
        ['_assets/i.svg', '<svg/>'],
      ]),
    )
    if (!made.ok) throw new Error(made.reason)
    for (const role of ['view', 'comment', 'edit'] as const) {
      await prisma.member.create({ data: { projectId: made.id, userId: users.get(role) ?? '', role } })
    }
    return { id: made.id, revision: (await loadProject(made.id))?.revision ?? '', flowId: await flow() }
  }

  async function flow(): Promise<string> {
    const owner = { userId: users.get('own') ?? '', sessionId: sessions.get('own') ?? '' }
    const started = await startFlow(owner, 'http://localhost:3000', startInput.parse(flowInput))
    if (!started.ok) throw new Error(started.reason)
    return started.id
  }

  async function call(
    name: string,
    who: Who,
    { id = '', flowId = '', origin = 'http://localhost:3000', body = undefined as unknown, query = '' },
  ) {
    const [method = '', path = ''] = name.split(' ')
    cookie.sessionId = sessions.get(who)
    const headers: Record<string, string> = { host: 'localhost:3000', ...(origin && { origin }) }
    const url = `http://localhost:3000/api/${path.replace('[projectId]', id).replace('[flowId]', flowId)}${query}`
    const init =
      method === 'GET'
        ? { method, headers }
        : {
            method,
            headers,
            body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
          }
    const handler = routes.get(name)
    if (!handler) throw new Error(`no ${name}`)
    return handler(new Request(url, init), { params: Promise.resolve({ projectId: id, flowId }) })
  }

  function expected(row: Row, who: Who): number {
    if (row.need === 'anybody') return row.status
    if (who === 'visitor') return 401
    if (row.need === 'account') return row.status
    if (row.need === 'flow') return who === 'own' ? row.status : 404
    return who !== 'stranger' && allows(who, row.need) ? row.status : 404
  }

  describe.each(Object.entries(table))('%s', (name, row) => {
    it.each(everyone)('answers a request of %s as the table says', async (who) => {
      const { id, revision, flowId } = await project()
      const response = await call(name, who, { id, flowId, body: row.body?.(revision) })
      expect(response.status).toBe(expected(row, who))
      if (response.status >= 400)
        expect(await response.json()).toMatchObject({
          error: { message: expect.stringMatching(/^[A-Z].+\.$/) as string },
        })
    })

    const mutates = !name.startsWith('GET')
    if (mutates)
      it('refuses a request from another site, and one that names none', async () => {
        const { id, revision, flowId } = await project()
        for (const origin of ['http://evil.example', 'http://localhost:3001', 'null', '']) {
          expect((await call(name, 'own', { id, flowId, origin, body: row.body?.(revision) })).status).toBe(403)
        }
        expect(await loadProject(id)).toMatchObject({ revision })
      })

    if (name.includes('[projectId]'))
      it('answers the same for a project that is not there and one that is deleted', async () => {
        const { id, revision } = await project()
        await (await database()).project.update({ where: { id }, data: { deletedAt: new Date() } })
        for (const gone of [id, 'nothing', '__proto__']) {
          expect((await call(name, 'own', { id: gone, body: row.body?.(revision) })).status).toBe(404)
        }
      })
  })

  it('does not know the session that was ended', async () => {
    const { id } = await project()
    const session = await startSession(users.get('own') ?? '', '')
    sessions.set('visitor', session)
    expect((await call('GET projects/[projectId]/files', 'visitor', { id })).status).toBe(200)
    await (await database()).session.delete({ where: { id: session } })
    expect((await call('GET projects/[projectId]/files', 'visitor', { id })).status).toBe(401)
    sessions.delete('visitor')
  })

  const revisions = 'POST projects/[projectId]/revisions'

  it.each([
    ['text that is no JSON', '{', 'Send JSON: the body of the request cannot be read.'],
    [
      'a path that leaves the plugin',
      { base: 'x', changes: [{ path: '../a', text: '' }] },
      'changes.0.path: Write the path without empty parts, “.” and “..”.',
    ],
    [
      'bytes that are no base64',
      { base: 'x', changes: [{ path: 'a', base64: '%' }] },
      'changes.0.base64: Send the bytes as base64.',
    ],
    [
      'two changes of a file',
      {
        base: 'x',
        changes: [
          { path: 'a', text: '' },
          { path: 'a', removed: true },
        ],
      },
      'changes: Send one change a file.',
    ],
    [
      'a base that it has not',
      { base: 'x', changes: [] },
      'base: Name a revision of this project that the changes were made on.',
    ],
  ])('answers 422 with a sentence for %s', async (_what, body, message) => {
    const { id } = await project()
    const response = await call(revisions, 'own', { id, body })
    expect([response.status, await response.json()]).toEqual([422, { error: { message } }])
  })

  it('answers 413 for more than a plugin may hold', async () => {
    const { id, revision } = await project()
    const files = Array.from({ length: 5_001 }, (_, index) => ({ path: `f${index}`, text: '' }))
    expect((await call(revisions, 'own', { id, body: { base: revision, changes: files } })).status).toBe(413)
    expect((await call('POST projects', 'own', { body: { files } })).status).toBe(413)
    expect((await call(revisions, 'own', { id, body: ' '.repeat(81 * 1024 * 1024) })).status).toBe(413)
  })

  it('answers 409 with the head and the conflicts where both changed the same lines', async () => {
    const { id, revision } = await project()
    const change = (text: string) => ({ base: revision, changes: [{ path: 'manifest.yaml', text }] })
    const first = await (await call(revisions, 'own', { id, body: change('name: b\nicon: i.svg\n') })).json()
    const second = await call(revisions, 'edit', { id, body: change('name: c\nicon: i.svg\n') })
    expect([second.status, await second.json()]).toMatchObject([
      409,
      {
        head: {
          revision: (first as { revision: string }).revision,
          files: [
            { path: 'manifest.yaml', text: 'name: b\nicon: i.svg\n' },
            { path: '_assets/i.svg', text: '<svg/>' },
          ],
        },
        conflicts: [{ path: 'manifest.yaml' }],
      },
    ])
  })

  it('gives the files of an older revision', async () => {
    const { id, revision } = await project()
    await call(revisions, 'own', { id, body: save(revision) })
    const files = 'GET projects/[projectId]/files'
    const paths = async (query: string) =>
      ((await (await call(files, 'view', { id, query })).json()) as { files: { path: string }[] }).files.map(
        ({ path }) => path,
      )
    expect(await paths('')).toEqual(['manifest.yaml', '_assets/i.svg', 'new.md'])
    expect(await paths(`?revision=${revision}`)).toEqual(['manifest.yaml', '_assets/i.svg'])
    expect((await call(files, 'view', { id, query: '?revision=none' })).status).toBe(404)
  })

  it('refuses a file and a folder of one name, and saves nothing', async () => {
    const { id, revision } = await project()
    const files = [
      { path: 'a', text: '' },
      { path: 'a/b', text: '' },
    ]
    const message = 'Rename a or a/b: a file and a folder cannot have the same name.'
    for (const [name, body] of [
      [revisions, { base: revision, changes: files }],
      ['POST projects', { files }],
    ] as const) {
      const response = await call(name, 'own', { id, body })
      expect([response.status, await response.json()]).toEqual([422, { error: { message } }])
    }
    expect(await loadProject(id)).toMatchObject({ revision })
  })

  it('makes a plugin of files and packs it under its name', async () => {
    const answers = { name: 'weather', author: 'ada', createdAt: '2026-01-02T03:04:05Z' }
    const body = { files: changesOf(createPlugin(['tool'], answers)) }
    const made = (await (await call('POST projects', 'own', { body })).json()) as { id: string }
    const response = await call('GET projects/[projectId]/package', 'own', { id: made.id })
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="weather-0.1.0.difypkg"',
      'content-length': String(bytes.length),
    })
    expect([...bytes.subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4])
  })

  it('answers the findings that keep Dify from installing a package, with their places, and still gives the files out', async () => {
    const { id } = await project()
    const refused = (await (await call('GET projects/[projectId]/package', 'view', { id })).json()) as {
      findings: unknown[]
    }
    expect(refused.findings.length).toBeGreaterThan(0)
    for (const finding of refused.findings) {
      expect(finding).toMatchObject({
        rule: expect.any(String) as string,
        severity: 'error',
        file: expect.any(String) as string,
        line: expect.any(Number) as number,
      })
      expect(finding).not.toHaveProperty('fix')
    }
    const archive = await call('GET projects/[projectId]/archive', 'view', { id })
    expect([archive.status, archive.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="a.zip"'])
  })

  it('has browsers save an icon that they open, since an SVG can carry scripts', async () => {
    const { id } = await project()
    const response = await call('GET projects/[projectId]/icon', 'view', { id })
    expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      'image/svg+xml',
      'attachment',
    ])
  })
})
