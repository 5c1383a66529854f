import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { describeOnDatabases } from '@/lib/server/test-database'
import { callers, mayDo, type Caller } from './callers'
import { callRoute, routeHandlers, type Sent } from './route-handlers'
import { otherRoutes, routeTable, type RouteRow } from './route-table'
import { goneScene, makeScene, type MadeScene, type Scene } from './scene'
import { tableContents, type Contents } from './table-contents'

const cookie = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('@/lib/server/session-cookie', async (original) => ({
  ...(await original<object>()),
  sessionIdOfRequest: () => Promise.resolve(cookie.sessionId),
}))

describe('the table of routes', () => {
  it('names every route that there is', async () => {
    expect([...(await routeHandlers()).keys()].sort()).toEqual([...Object.keys(routeTable), ...otherRoutes].sort())
  })
})

describeOnDatabases('routes', () => {
  let scene: MadeScene
  let seen: Contents
  beforeAll(async () => {
    scene = await makeScene()
    seen = scene.contents
  })
  const look = async () => (seen = await tableContents())
  afterEach(async () => {
    await scene.putBack(seen)
    seen = scene.contents
  })

  async function call(name: string, row: RouteRow, caller: Caller, more: Partial<Sent> = {}, ids: Scene = scene.ids) {
    cookie.sessionId = scene.sessions.get(caller.name)
    const response = await callRoute(name, {
      params: { ...ids },
      body: row.body?.(ids),
      query: row.query?.(ids),
      ...more,
    })
    const { status, headers } = response
    const endless = row.stream && status === 200
    if (endless) await response.body?.cancel()
    return { status, headers: [...headers], body: endless ? '' : await response.text() }
  }

  const owner = callers.find(({ name }) => name === 'the owner')
  if (!owner) throw new Error('Nobody owns the project.')

  describe.each(Object.entries(routeTable))('%s', (name, row) => {
    const mutates = !name.startsWith('GET') && !row.page

    it.each(callers)('answers $name by $by as the table says', async (caller) => {
      const answer = await call(name, row, caller)
      const may = mayDo(caller, row.need)
      expect(answer.status).toBe(may ? row.status : caller.by === 'visitor' ? 401 : 404)
      if (row.page) expect(answer.headers).toContainEqual(['content-type', 'text/html; charset=utf-8'])
      else if (answer.status >= 400)
        expect(JSON.parse(answer.body)).toMatchObject({
          error: { message: expect.stringMatching(/^[A-Z].+\.$/) as string },
        })
      if (!may) {
        expect(await look()).toEqual(scene.contents)
        // nobody learns from the answer whether there is such a thing
        expect(answer).toEqual(await call(name, row, caller, {}, goneScene(scene.ids)))
      } else if (mutates && !row.reads) {
        await look()
        if (answer.status < 300 && caller === owner && row.need !== 'anybody') expect(seen).not.toEqual(scene.contents)
      }
    })

    const forged: Record<string, string>[] = mutates
      ? [
          ...['http://evil.example', 'http://localhost:3001', 'null', ''].map((origin) => ({ origin })),
          ...['cross-site', 'same-site', 'none'].map((site) => ({ 'sec-fetch-site': site })),
        ]
      : []
    it.skipIf(forged.length === 0).each(forged)('refuses a request from another site: %o', async (headers) => {
      expect((await call(name, row, owner, { headers })).status).toBe(403)
      expect(await look()).toEqual(scene.contents)
    })

    if (mutates && name.startsWith('POST'))
      it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json', ''])(
        'refuses what a form of another site can send: %j',
        async (type) => {
          const { status, body } = await call(name, row, owner, { headers: { 'content-type': type } })
          expect([status, JSON.parse(body)]).toEqual([
            415,
            { error: { message: 'Send the header Content-Type: application/json, without a body too.' } },
          ])
          expect(await look()).toEqual(scene.contents)
        },
      )

    if (/\[\w+Id\]/.test(name) && row.need !== 'anybody')
      it('answers whoever may the same for what is not there, whatever its id is', async () => {
        for (const id of ['nothing', '__proto__', scene.ids.deletedId]) {
          const ids = { ...scene.ids, projectId: id, flowId: id, linkId: id }
          expect((await call(name, row, owner, {}, ids)).status).toBe(404)
        }
      })
  })
})
