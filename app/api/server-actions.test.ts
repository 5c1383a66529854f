import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@/lib/generated/prisma/client'
import { allows } from '@/lib/server/access'
import { createGuest } from '@/lib/server/accounts'
import { createProject, deleteProject, loadProject } from '@/lib/server/projects'
import { startSession, userOfSession } from '@/lib/server/sessions'
import { describeOnDatabases, emptyDatabase } from '@/lib/server/test-database'

const cookie = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('@/lib/server/session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(cookie.sessionId) }))

type Who = 'visitor' | 'stranger' | Role
const everyone: readonly Who[] = ['visitor', 'stranger', 'view', 'comment', 'edit', 'own']

interface Scene {
  projectId: string
  /** Session of the project's owner. */
  sessionId: string
}

interface Row {
  need: Role
  prepare?: (scene: Scene) => Promise<void>
  argument: (scene: Scene) => string
  /** True when the action did its work. */
  done: (scene: Scene) => Promise<boolean>
}

const exists = async ({ projectId }: Scene) => (await loadProject(projectId)) !== undefined

/** Every function that a browser can call by itself: the exports of files that begin with 'use server'. */
const table: Readonly<Record<string, Row>> = {
  'project-actions.ts deleteProject': {
    need: 'own',
    argument: ({ projectId }) => projectId,
    done: async (scene) => !(await exists(scene)),
  },
  'project-actions.ts restoreProject': {
    need: 'own',
    prepare: ({ projectId }) => deleteProject(projectId),
    argument: ({ projectId }) => projectId,
    done: exists,
  },
  'account/actions.ts endSession': {
    need: 'own',
    argument: ({ sessionId }) => sessionId,
    done: async ({ sessionId }) => (await userOfSession(sessionId)) === undefined,
  },
}

/** What a browser can send where an id belongs. */
const notText: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a filter of rows', { not: '' }],
  ['a list', ['id']],
  ['a text that is too long', 'x'.repeat(101)],
]

type Action = (argument: unknown) => Promise<unknown>

async function actions(): Promise<Map<string, Action>> {
  const found = new Map<string, Action>()
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))) {
    if (!/^['"]use server['"]/.test(readFileSync(join('app', file), 'utf8'))) continue
    const exported = (await import(/* @vite-ignore */ resolve('app', file))) as Record<string, Action>
    for (const [name, action] of Object.entries(exported)) found.set(`${file.replaceAll('\\', '/')} ${name}`, action)
  }
  return found
}

describe('the table of server actions', () => {
  it('names every action that there is', async () => {
    expect([...(await actions()).keys()].sort()).toEqual(Object.keys(table).sort())
  })
})

describeOnDatabases('server actions', () => {
  const sessions = new Map<Who, string>()
  let scene: Scene

  beforeEach(async () => {
    const prisma = await emptyDatabase()
    const users = new Map<Who, string>()
    for (const who of everyone.slice(1)) {
      const user = await createGuest()
      users.set(who, user.id)
      sessions.set(who, await startSession(user.id, ''))
    }
    const made = await createProject(users.get('own') ?? '', new Map())
    if (!made.ok) throw new Error(made.reason)
    for (const role of ['view', 'comment', 'edit'] as const) {
      await prisma.member.create({ data: { projectId: made.id, userId: users.get(role) ?? '', role } })
    }
    scene = { projectId: made.id, sessionId: await startSession(users.get('own') ?? '', '') }
  })

  describe.each(Object.entries(table))('%s', (name, row) => {
    it.each(everyone)('does for %s what the role allows, and nothing else', async (who) => {
      await row.prepare?.(scene)
      cookie.sessionId = sessions.get(who)
      const action = (await actions()).get(name)
      // the guards throw what Next turns into its sign-in and not-found pages
      await action?.(row.argument(scene)).catch((error: unknown) =>
        expect(String((error as { digest?: string }).digest)).toMatch(/^NEXT_/),
      )
      expect(await row.done(scene)).toBe(who !== 'visitor' && who !== 'stranger' && allows(who, row.need))
    })

    it.each(notText)('does nothing for an owner who sends %s', async (_what, argument) => {
      await row.prepare?.(scene)
      cookie.sessionId = sessions.get('own')
      expect(await (await actions()).get(name)?.(argument)).toBe(false)
      expect(await row.done(scene)).toBe(false)
    })
  })
})
