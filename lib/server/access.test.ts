import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Prisma } from '@/lib/generated/prisma/client'
import { accessOf, requireUser } from './access'
import { createGuest } from './accounts'
import { database } from './database'
import { createProject } from './projects'
import { requestNotes } from './request-note'
import { describeOnDatabases, emptyDatabase } from './test-database'

vi.mock('./session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(undefined) }))

describeOnDatabases('access to a project', () => {
  let projectId: string
  let userId: string

  beforeEach(async () => {
    await emptyDatabase()
    const made = await createProject((await createGuest()).id, new Map())
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
    userId = (await createGuest()).id
  })

  async function join(role: 'view' | 'edit') {
    const prisma = await database()
    const team = await prisma.team.create({ data: { name: 'Ours', members: { create: { userId, role } } } })
    await prisma.project.update({ where: { id: projectId }, data: { teamId: team.id } })
  }

  async function openLink(link: Partial<Prisma.ShareLinkUncheckedCreateInput>) {
    const prisma = await database()
    const data = { projectId, tokenHash: crypto.randomUUID(), role: 'view' as const, ...link }
    await prisma.shareLink.create({ data: { ...data, grants: { create: { userId } } } })
  }

  it('is nothing for somebody else', async () => {
    expect(await accessOf(userId, projectId)).toBeUndefined()
  })

  it('is the most that member, team and link allow', async () => {
    await openLink({ role: 'comment', download: false })
    expect(await accessOf(userId, projectId)).toEqual({ role: 'comment', download: false })
    await join('view')
    expect(await accessOf(userId, projectId)).toEqual({ role: 'comment', download: true })
    await (await database()).member.create({ data: { projectId, userId, role: 'own' } })
    expect(await accessOf(userId, projectId)).toEqual({ role: 'own', download: true })
  })

  it.each([
    ['revoked', { revokedAt: new Date() }],
    ['expired', { expiresAt: new Date(Date.now() - 1000) }],
  ])('ends with a link that was %s', async (_what, link) => {
    await openLink({ ...link, role: 'edit' })
    expect(await accessOf(userId, projectId)).toBeUndefined()
    await openLink({ expiresAt: new Date(Date.now() + 60_000) })
    expect(await accessOf(userId, projectId)).toEqual({ role: 'view', download: true })
  })

  it('ends with the project', async () => {
    await join('edit')
    await openLink({})
    await (await database()).project.update({ where: { id: projectId }, data: { deletedAt: new Date() } })
    expect(await accessOf(userId, projectId)).toBeUndefined()
  })
})

describe('a visitor of what needs an account', () => {
  const ledTo = (address: string | undefined) =>
    requestNotes().run({ id: 'a', local: false, address }, () =>
      requireUser().then(
        () => 'in',
        (error: { digest: string }) => error.digest.split(';')[2],
      ),
    )

  it.each([
    ['/projects/a?tab=code&file=a%2Fb.yaml', '/sign-in?next=%2Fprojects%2Fa%3Ftab%3Dcode%26file%3Da%252Fb.yaml'],
    ['/projects/a?_rsc=x1', '/sign-in?next=%2Fprojects%2Fa'],
    ['/teams/a', '/sign-in?next=%2Fteams%2Fa'],
    ['http://evil.example/teams/a', '/sign-in?next=%2Fteams%2Fa'],
    ['//evil.example/teams/a', '/sign-in?next=%2Fteams%2Fa'],
    ['http://[', '/sign-in'],
    [undefined, '/sign-in'],
  ])('at %s is led to the sign-in and from there back', async (address, expected) => {
    expect(await ledTo(address)).toBe(expected)
  })
})
