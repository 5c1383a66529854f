import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { describeOnDatabases } from '@/lib/server/test-database'
import { actionTable, otherActions } from './action-table'
import { callers, mayDo, type Caller } from './callers'
import { filesBelowApp } from './route-handlers'
import { goneScene, makeScene, type MadeScene } from './scene'
import { tableContents, type Contents } from './table-contents'

const cookie = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('@/lib/server/session-cookie', async (original) => ({
  ...(await original<object>()),
  sessionIdOfRequest: () => Promise.resolve(cookie.sessionId),
}))

vi.mock('next/headers', async (original) => ({
  ...(await original<object>()),
  headers: () => Promise.resolve(new Headers({ host: 'localhost:3000' })),
}))

/** What a browser can send where a text belongs. */
const notText: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a filter of rows', { not: '' }],
  ['a list', ['id']],
  ['a text that is too long', 'x'.repeat(101)],
  ['a text that no database can hold', 'a\0b'],
]

type Action = (...args: readonly unknown[]) => Promise<unknown>

let known: Promise<Map<string, Action>> | undefined
const actions = () => (known ??= findActions())

async function findActions(): Promise<Map<string, Action>> {
  const found = new Map<string, Action>()
  for (const { file } of filesBelowApp(/(?<!\.test)\.tsx?$/)) {
    if (!/^['"]use server['"]/.test(readFileSync(join('app', file), 'utf8'))) continue
    const exported = (await import(/* @vite-ignore */ resolve('app', file))) as Record<string, Action>
    for (const [name, action] of Object.entries(exported)) found.set(`${file} ${name}`, action)
  }
  return found
}

describe('the table of server actions', () => {
  it('names every action that there is', async () => {
    expect([...(await actions()).keys()].sort()).toEqual([...Object.keys(actionTable), ...otherActions].sort())
  })
})

describeOnDatabases('server actions', () => {
  let scene: MadeScene
  let seen: Contents
  beforeAll(async () => {
    scene = await makeScene()
  })
  const look = async () => (seen = await tableContents())
  afterEach(async () => scene.putBack(seen))

  /** What the caller is told; what the guards throw for Next's sign-in and not-found pages by its digest. */
  async function call(name: string, caller: Caller, args: readonly unknown[]): Promise<unknown> {
    cookie.sessionId = scene.sessions.get(caller.name)
    const action = (await actions()).get(name)
    if (!action) throw new Error(`There is no ${name}.`)
    return action(...args).catch((error: unknown) => {
      const digest = (error as { digest?: string }).digest ?? ''
      if (!digest.startsWith('NEXT_')) throw error
      return { thrown: digest }
    })
  }

  describe.each(Object.entries(actionTable))('%s', (name, row) => {
    it.each(callers)('does for $name by $by what the table says, and nothing else', async (caller) => {
      const told = await call(name, caller, row.args(scene.ids))
      const after = await look()
      if (mayDo(caller, row.need)) return expect(after).not.toEqual(scene.contents)
      expect(after).toEqual(scene.contents)
      expect(told).toEqual(await call(name, caller, row.args(goneScene(scene.ids))))
    })

    it.each(notText)('does nothing for an owner who sends %s', async (_what, argument) => {
      const owner = callers.find((caller) => mayDo(caller, 'self'))
      const args = row.args(scene.ids)
      for (const place of args.keys()) if (owner) await call(name, owner, args.with(place, argument))
      expect(await look()).toEqual(scene.contents)
    })
  })
})
