import { resolve } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { describeOnDatabases } from '@/lib/server/test-database'
import { callers, mayDo, type Caller } from './callers'
import { pageTable } from './page-table'
import { filesBelowApp } from './route-handlers'
import { goneScene, makeScene, type MadeScene, type Scene } from './scene'

const cookie = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('@/lib/server/session-cookie', async (original) => ({
  ...(await original<object>()),
  sessionIdOfRequest: () => Promise.resolve(cookie.sessionId),
}))
vi.mock('next/headers', async (original) => ({
  ...(await original<object>()),
  headers: () => Promise.resolve(new Headers({ host: 'localhost:3000' })),
}))

interface Given {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string>>
  children?: undefined
}
type Draw = (given: Given) => unknown

const pages = filesBelowApp(/(^|\/)page\.tsx$/)

describe('the table of pages', () => {
  it('names every page that there is', () => {
    expect(pages.map(({ path }) => path).sort()).toEqual(Object.keys(pageTable).sort())
  })
})

describeOnDatabases('pages', () => {
  let scene: MadeScene
  beforeAll(async () => {
    scene = await makeScene()
  })

  /** `drawn`, or what a guard threw: Next's sign-in or not-found page. */
  async function open(path: string, part: 'default' | 'generateMetadata', caller: Caller, ids: Scene): Promise<string> {
    cookie.sessionId = scene.sessions.get(caller.name)
    const page = (await import(/* @vite-ignore */ resolve(`app${path}/page.tsx`))) as Record<string, Draw>
    try {
      await page[part]?.({ params: Promise.resolve({ ...ids }), searchParams: Promise.resolve({}) })
      return 'drawn'
    } catch (error) {
      const digest = (error as { digest?: string }).digest ?? ''
      if (!digest.startsWith('NEXT_')) throw error
      return digest
    }
  }

  describe.each(Object.entries(pageTable))('%s', (path, row) => {
    it.each(callers)('is open to $name by $by as the table says', async (caller) => {
      const refusal = caller.by === 'visitor' ? /^NEXT_REDIRECT;.*;\/sign-in;/ : /^NEXT_HTTP_ERROR_FALLBACK;404$/
      const expected = mayDo(caller, row.need) ? /^drawn$/ : refusal
      expect(await open(path, 'default', caller, scene.ids)).toMatch(expected)
      if (mayDo(caller, row.need)) return
      expect(await open(path, 'default', caller, goneScene(scene.ids))).toMatch(expected)
      // its title is told to nobody else either
      expect(await open(path, 'generateMetadata', caller, scene.ids)).toMatch(/^drawn$|NEXT_/)
    })
  })
})
