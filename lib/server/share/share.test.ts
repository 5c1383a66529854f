import { beforeEach, describe, expect, it } from 'vitest'
import type { User } from '@/lib/generated/prisma/client'
import { accessOf } from '../access'
import { createGuest } from '../accounts'
import { database } from '../database'
import { listProjects } from '../list-projects'
import { createProject, loadProject } from '../projects'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { copyProject } from './copy-project'
import { createLink, linkInput, listLinks, revokeLink } from './links'
import { openLink, type Opening } from './open-link'
import { leaveShared, peopleOf } from './people'

describe('what a link may be', () => {
  it.each([
    [{ role: 'own' }, 'Choose view, comment or edit.'],
    [{ role: 'view', password: 'short' }, 'Choose a password of at least 6 characters.'],
    [{ role: 'view', maxUses: 0 }, 'Allow 1 use or more.'],
    [{ role: 'view', days: 0.5 }, 'Give whole days.'],
  ])('is not %o', (input, message) => {
    expect(linkInput.safeParse(input).error?.issues[0]?.message).toBe(message)
  })
})

describeOnDatabases('share links', () => {
  let owner: User
  let projectId: string

  beforeEach(async () => {
    await emptyDatabase()
    owner = await (await database()).user.create({ data: { name: 'Ada', email: 'ada@example.com' } })
    const made = await createProject(owner.id, new Map([['manifest.yaml', 'name: weather\nauthor: saltmarsh\n']]))
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
  })

  async function link(input: object = {}) {
    const made = await createLink(owner.id, projectId, linkInput.parse({ role: 'view', ...input }))
    if (!made.ok) throw new Error(made.reason)
    return made
  }
  const open = (token: string, more: Partial<Opening> = {}) =>
    openLink({ token, address: '192.0.2.1', userAgent: 'Browser', ...more })
  const state = async () => (await listLinks(projectId)).map(({ state, uses }) => [state, uses])

  it('makes a guest of a visitor, with what the link allows', async () => {
    const { token } = await link({ role: 'comment', download: false, label: 'Reviewers' })
    const opened = await open(token)
    expect(opened).toMatchObject({ ok: true, projectId, sessionId: expect.any(String) as string })
    const [, guest] = await peopleOf(projectId)
    expect(guest).toMatchObject({ name: 'Guest', guest: true, role: 'comment', link: 'Reviewers' })
    expect(await accessOf(guest?.id ?? '', projectId)).toEqual({ role: 'comment', download: false })
    expect(await state()).toEqual([['live', 1]])
  })

  it('keeps nothing that opens it', async () => {
    const { token } = await link({ password: 'open sesame' })
    const rows = JSON.stringify([
      await (await database()).shareLink.findMany(),
      await (await database()).auditEntry.findMany(),
    ])
    expect(rows).not.toContain(token)
    expect(rows).not.toContain('sesame')
  })

  it('is the hundredth that can be opened at most, also where two are made at once', async () => {
    const of = (more: object) => ({ projectId, role: 'view' as const, tokenHash: crypto.randomUUID(), ...more })
    const past = new Date(Date.now() - 1000)
    await (
      await database()
    ).shareLink.createMany({
      data: [
        ...Array.from({ length: 99 }, () => of({ maxUses: 2, uses: 1 })),
        ...[{ revokedAt: past }, { expiresAt: past }, { maxUses: 1, uses: 1 }].map(of),
        // newer ones that ended hide none
        ...Array.from({ length: 500 }, () => of({ revokedAt: past, createdAt: new Date(Date.now() + 1000) })),
      ],
    })
    const make = () => createLink(owner.id, projectId, linkInput.parse({ role: 'view' }))
    const made = await Promise.all([make(), make()])
    expect(made.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await make()).toEqual({
      ok: false,
      reason: 'Revoke a link first: a project has 100 that can be opened at most.',
    })
  })

  it('counts no use of whoever came by it before, nor of a member', async () => {
    const { token } = await link({ maxUses: 1 })
    const user = await createGuest()
    expect(await open(token, { user })).toEqual({ ok: true, projectId, sessionId: undefined })
    expect(await open(token, { user })).toEqual({ ok: true, projectId })
    expect(await open(token, { user: owner })).toEqual({ ok: true, projectId })
    expect(await state()).toEqual([['used-up', 1]])
  })

  it('gives a grant of its own to whoever has one of another link, which may end', async () => {
    const [first, second] = [await link(), await link()]
    const user = await createGuest()
    await open(first.token, { user })
    await open(second.token, { user })
    await revokeLink(owner.id, projectId, first.id)
    expect(await accessOf(user.id, projectId)).toMatchObject({ role: 'view' })
  })

  it('is opened as often as it allows, and never more, by many at once', async () => {
    const { token } = await link({ maxUses: 3 })
    const opened = await Promise.all(Array.from({ length: 20 }, () => open(token)))
    expect(opened.filter(({ ok }) => ok)).toHaveLength(3)
    expect(opened.filter(({ ok }) => !ok)).toEqual(Array(17).fill({ ok: false, reason: 'gone' }))
    expect(await state()).toEqual([['used-up', 3]])
    // those who came too late left no account
    expect(await (await database()).user.count({ where: { guest: true } })).toBe(3)
  })

  it('counts one use of somebody who opens it twice at once', async () => {
    const { token } = await link({ maxUses: 5 })
    const user = await createGuest()
    const opened = await Promise.all(Array.from({ length: 5 }, () => open(token, { user })))
    expect(opened.every(({ ok }) => ok)).toBe(true)
    expect(await state()).toEqual([['live', 1]])
  })

  it.each([
    ['wrong', async () => 'x'.repeat(43)],
    [
      'revoked',
      async () => {
        const made = await link({ password: 'open sesame' })
        await revokeLink(owner.id, projectId, made.id)
        return made.token
      },
    ],
    [
      'expired',
      async () => {
        const made = await link({ days: 1, password: 'open sesame' })
        const past = { expiresAt: new Date(Date.now() - 1000) }
        await (await database()).shareLink.update({ where: { id: made.id }, data: past })
        return made.token
      },
    ],
    [
      'used up',
      async () => {
        const made = await link({ maxUses: 1, password: 'open sesame' })
        await open(made.token, { password: 'open sesame' })
        return made.token
      },
    ],
    [
      'of a deleted plugin',
      async () => {
        const made = await link()
        await (await database()).project.update({ where: { id: projectId }, data: { deletedAt: new Date() } })
        return made.token
      },
    ],
  ])('answers alike where a link is %s', async (_what, make) => {
    expect(await open(await make(), { password: 'open sesame' })).toEqual({ ok: false, reason: 'gone' })
  })

  it('asks for its password, and lets nobody guess it', async () => {
    const { token } = await link({ password: 'open sesame' })
    expect(await open(token)).toEqual({ ok: false, reason: 'password-needed' })
    for (let tries = 0; tries < 10; tries += 1)
      expect(await open(token, { password: 'wrong' })).toEqual({ ok: false, reason: 'password-wrong' })
    expect(await open(token, { password: 'open sesame' })).toEqual({ ok: false, reason: 'too-many' })
    expect(await open(token, { password: 'open sesame', address: '192.0.2.2' })).toMatchObject({ ok: true })
  })

  it('can be asked for its password by any number of people behind one address', async () => {
    const { token } = await link({ password: 'open sesame' })
    for (let people = 0; people < 35; people += 1)
      expect(await open(token)).toEqual({ ok: false, reason: 'password-needed' })
    expect(await open(token, { password: 'open sesame' })).toMatchObject({ ok: true })
  })

  it('lets nobody guess tokens', async () => {
    for (let tries = 0; tries < 30; tries += 1) await open(`guess ${tries}`)
    const { token } = await link()
    expect(await open(token)).toEqual({ ok: false, reason: 'too-many' })
    expect(await open(token, { address: '192.0.2.2' })).toMatchObject({ ok: true })
  })

  it('ends for everybody who came by it, and says so once', async () => {
    const { id, token } = await link({ role: 'edit', label: 'Reviewers' })
    const user = await createGuest()
    await open(token, { user })
    expect(await revokeLink(owner.id, projectId, id)).toBe(true)
    expect(await accessOf(user.id, projectId)).toBeUndefined()
    expect(await revokeLink(owner.id, projectId, id)).toBe(false)
    expect(await revokeLink(owner.id, 'another project', id)).toBe(false)
    expect(await peopleOf(projectId)).toMatchObject([{ name: 'Ada', role: 'own' }])
    const acts = await (
      await database()
    ).auditEntry.findMany({ where: { projectId, action: { startsWith: 'link.' } }, orderBy: { createdAt: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual(['link.create', 'link.open', 'link.revoke'])
    expect(acts[2]?.detail).toEqual({ link: id, label: 'Reviewers' })
  })

  it('can be taken off one’s list', async () => {
    const { token } = await link()
    const user = await createGuest()
    await open(token, { user })
    expect(await listProjects(user.id)).toMatchObject([{ id: projectId, role: 'view', by: 'link', sharedBy: 'Ada' }])
    expect(await leaveShared(user.id, projectId)).toBe(true)
    expect(await listProjects(user.id)).toEqual([])
    expect(await leaveShared(user.id, projectId)).toBe(false)
  })

  it('lets a copy be made that names its origin, and shows the way there to whoever may see it', async () => {
    const { id, token } = await link()
    const user = await createGuest()
    await open(token, { user })
    const copy = (await copyProject(user, projectId)) ?? ''
    expect((await loadProject(copy))?.files).toEqual((await loadProject(projectId))?.files)
    const listed = async () => (await listProjects(user.id)).find((project) => project.id === copy)
    expect(await listed()).toMatchObject({ role: 'own', origin: { id: projectId, label: 'weather by Ada' } })
    await revokeLink(owner.id, projectId, id)
    expect((await listed())?.origin).toEqual({ id: undefined, label: 'weather by Ada' })
  })
})
