import { beforeAll, expect, it, vi } from 'vitest'
import { describeOnEmbedded } from '@/lib/server/test-database'
import { callRoute } from './route-handlers'
import { routeTable } from './route-table'
import { makeScene, type MadeScene } from './scene'
import { tableContents } from './table-contents'

const cookie = vi.hoisted(() => ({ sessionId: 'session of the owner' }))
vi.mock('@/lib/server/session-cookie', async (original) => ({
  ...(await original<object>()),
  sessionIdOfRequest: () => Promise.resolve(cookie.sessionId),
}))
const over = vi.hoisted(() => ({ message: 'Wait a minute: that is too often.', seconds: 60 }))
vi.mock('@/lib/server/limits', async (original) => ({
  ...(await original<object>()),
  overLimit: () => Promise.resolve(over),
}))

/** Reading that costs much. */
const costly = ['account/export', 'archive', 'package', 'files', 'threads', 'history', 'file', 'compare', 'blame']
/** Counted by another hand: clicks in the playground (app/api/oauth/limits.test.ts), and visitors only (app/api/share). */
const otherwise = /\/oauth\/|\/api\/share$/

describeOnEmbedded('whoever does it too often', () => {
  let scene: MadeScene
  beforeAll(async () => {
    scene = await makeScene()
  })

  const limited = Object.entries(routeTable).filter(
    ([name]) =>
      (/^(POST|PUT|PATCH) /.test(name) || costly.some((end) => name.endsWith(`/${end}`))) && !otherwise.test(name),
  )
  it.each(limited)('is refused by %s, told when to come again, and changes nothing', async (name, row) => {
    const response = await callRoute(name, {
      params: { ...scene.ids },
      body: row.body?.(scene.ids),
      query: row.query?.(scene.ids),
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await response.json()).toEqual({ error: { message: over.message } })
    expect(await tableContents()).toEqual(scene.contents)
  })
})
