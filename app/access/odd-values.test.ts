import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { describeOnDatabases } from '@/lib/server/test-database'
import { callRoute } from './route-handlers'
import { routeTable } from './route-table'
import { makeScene, type MadeScene } from './scene'
import { tableContents } from './table-contents'

const cookie = vi.hoisted(() => ({ sessionId: 'session of the owner' }))
vi.mock('@/lib/server/session-cookie', async (original) => ({
  ...(await original<object>()),
  sessionIdOfRequest: () => Promise.resolve(cookie.sessionId),
}))

/** What programs send where a text or a number belongs. */
const odd: readonly unknown[] = ['a\0b', '\ud800', '', -1, null, {}, []]
const oddQueries = ['%00', '%ed%a0%80', '', '-1']

/** The value with each of its parts replaced in turn. */
function* variants(value: unknown, by: unknown): Generator<unknown> {
  yield by
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries())
      for (const variant of variants(part, by)) yield value.with(index, variant)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value))
      for (const variant of variants(part, by)) yield { ...value, [key]: variant }
}

describeOnDatabases('odd values', () => {
  let scene: MadeScene
  beforeAll(async () => {
    scene = await makeScene()
  })
  afterEach(async () => scene.putBack(await tableContents()))

  const withBody = Object.entries(routeTable).flatMap(([name, { body }]) => (body ? [[name, body] as const] : []))
  it.each(withBody)('in the body of %s are answered, and not by a fault', async (name, body) => {
    for (const value of odd)
      for (const variant of variants(body(scene.ids), value)) {
        const { status } = await callRoute(name, { params: { ...scene.ids }, body: variant })
        expect([variant, status < 500]).toEqual([variant, true])
      }
  })

  const withQuery = Object.entries(routeTable).flatMap(([name, { query, stream }]) =>
    query && !stream ? [[name, query] as const] : [],
  )
  it.each(withQuery)('in the query of %s are answered, and not by a fault', async (name, query) => {
    for (const value of oddQueries)
      for (const [key] of new URLSearchParams(query(scene.ids))) {
        const asked = new URLSearchParams(query(scene.ids))
        asked.delete(key)
        const { status } = await callRoute(name, { params: { ...scene.ids }, query: `?${key}=${value}&${asked}` })
        expect([key, value, status < 500]).toEqual([key, value, true])
      }
  })
})
