import { beforeEach, expect, it, vi } from 'vitest'
import { callRoute, type Sent } from '@/app/access/route-handlers'
import { changesOf } from '@/lib/plugin/changes'
import { createPlugin } from '@/lib/plugin/create'
import { createGuest } from '@/lib/server/accounts'
import { database } from '@/lib/server/database'
import { overLimit, rateLimits } from '@/lib/server/limits'
import { createProject, loadProject } from '@/lib/server/projects'
import { startSession } from '@/lib/server/sessions'
import { describeOnDatabases, emptyDatabase } from '@/lib/server/test-database'
import { POST } from './[projectId]/revisions/route'

const cookie = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('@/lib/server/session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(cookie.sessionId) }))

describeOnDatabases('projects over HTTP', () => {
  const files = 'GET /api/projects/[projectId]/files'
  const revisions = 'POST /api/projects/[projectId]/revisions'
  let owner: string
  let id: string
  let revision: string

  beforeEach(async () => {
    await emptyDatabase()
    owner = (await createGuest()).id
    cookie.sessionId = await startSession(owner, '')
    const made = await createProject(
      owner,
      new Map([
        ['manifest.yaml', 'name: a\nicon: i.svg\n'],
        ['_assets/i.svg', '<svg/>'],
      ]),
    )
    if (!made.ok) throw new Error(made.reason)
    id = made.id
    revision = (await loadProject(id))?.revision ?? ''
  })

  const call = (name: string, sent: Sent = {}) => callRoute(name, { params: { projectId: id }, ...sent })

  it('does not know the session that was ended', async () => {
    expect((await call(files)).status).toBe(200)
    await (await database()).session.deleteMany({ where: { id: cookie.sessionId } })
    expect((await call(files)).status).toBe(401)
  })

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
    const response = await call(revisions, { body })
    expect([response.status, await response.json()]).toEqual([422, { error: { message } }])
  })

  it('answers 413 for more than a plugin may hold', async () => {
    const files = Array.from({ length: 5_001 }, (_, index) => ({ path: `f${index}`, text: '' }))
    expect((await call(revisions, { body: { base: revision, changes: files } })).status).toBe(413)
    expect((await call('POST /api/projects', { body: { files } })).status).toBe(413)
    expect((await call(revisions, { body: ' '.repeat(81 * 1024 * 1024) })).status).toBe(413)
  })

  it('answers 409 with the head and the conflicts where both changed the same lines', async () => {
    const change = (text: string) => ({ base: revision, changes: [{ path: 'manifest.yaml', text }] })
    const first = await (await call(revisions, { body: change('name: b\nicon: i.svg\n') })).json()
    const second = await call(revisions, { body: change('name: c\nicon: i.svg\n') })
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
    await call(revisions, { body: { base: revision, changes: [{ path: 'new.md', text: 'new' }] } })
    const paths = async (query: string) =>
      ((await (await call(files, { query })).json()) as { files: { path: string }[] }).files.map(({ path }) => path)
    expect(await paths('')).toEqual(['manifest.yaml', '_assets/i.svg', 'new.md'])
    expect(await paths(`?revision=${revision}`)).toEqual(['manifest.yaml', '_assets/i.svg'])
    expect((await call(files, { query: '?revision=none' })).status).toBe(404)
  })

  it('refuses a file and a folder of one name, and saves nothing', async () => {
    const files = [
      { path: 'a', text: '' },
      { path: 'a/b', text: '' },
    ]
    const message = 'Rename a or a/b: a file and a folder cannot have the same name.'
    for (const [name, body] of [
      [revisions, { base: revision, changes: files }],
      ['POST /api/projects', { files }],
    ] as const) {
      const response = await call(name, { body })
      expect([response.status, await response.json()]).toEqual([422, { error: { message } }])
    }
    expect(await loadProject(id)).toMatchObject({ revision })
  })

  it('reads nothing of whoever sent too much, and counts what is of unknown length when it is there', async () => {
    const send = async (length: number | undefined) => {
      let read = false
      const body = new ReadableStream(
        {
          pull: (controller) => {
            read = true
            controller.enqueue(new TextEncoder().encode(JSON.stringify({ base: revision, changes: [] })))
            controller.close()
          },
        },
        { highWaterMark: 0 },
      )
      const headers = {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
        ...(length && { 'content-length': String(length) }),
      }
      const sent: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
      const request = new Request('http://localhost:3000/', sent)
      const { status } = await POST(request, { params: Promise.resolve({ projectId: id }) })
      return { status, read }
    }
    const most = rateLimits.savedBytes.account
    await overLimit('savedBytes', { account: owner, weight: most - 200 })
    expect(await send(100)).toEqual({ status: 200, read: true })
    expect(await send(101)).toEqual({ status: 429, read: false })
    expect(await send(undefined)).toEqual({ status: 429, read: true })
  })

  it('makes a plugin of files and packs it under its name', async () => {
    const answers = { name: 'weather', author: 'ada', createdAt: '2026-01-02T03:04:05Z' }
    const body = { files: changesOf(createPlugin(['tool'], answers)) }
    const made = (await (await call('POST /api/projects', { body })).json()) as { id: string }
    const response = await call('GET /api/projects/[projectId]/package', { params: { projectId: made.id } })
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
    const refused = (await (await call('GET /api/projects/[projectId]/package')).json()) as {
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
    const archive = await call('GET /api/projects/[projectId]/archive')
    expect([archive.status, archive.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="a.zip"'])
  })

  it('has browsers save an icon that they open, since an SVG can carry scripts', async () => {
    const response = await call('GET /api/projects/[projectId]/icon')
    expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      'image/svg+xml',
      'attachment',
    ])
  })
})
