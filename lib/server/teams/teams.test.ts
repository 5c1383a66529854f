import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { accessOf } from '../access'
import { createGuest } from '../accounts'
import { listAudit } from '../audit-list'
import { database } from '../database'
import { subscribe, type Heard } from '../events/events'
import { listProjects } from '../list-projects'
import { createProject } from '../projects'
import { createLink, linkInput } from '../share/links'
import { openLink } from '../share/open-link'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import type { User } from '@/lib/generated/prisma/client'
import { deleteTeam, teamProjects } from './delete-team'
import { changeRole, handOver, leaveTeam, listMembers, removeMember } from './members'
import { moveProject } from './move-project'
import { listTeams, makeTeam, renameTeam } from './teams'
import { account, team } from './test-people'

const files = new Map([['manifest.yaml', 'name: tarn\nlabel:\n  en_US: Tarn\n']])

async function project(owner: User): Promise<string> {
  const made = await createProject(owner.id, files)
  if (!made.ok) throw new Error(made.reason)
  return made.id
}

const texts = async (scope: Parameters<typeof listAudit>[0]) =>
  (await listAudit(scope)).rows.map(({ name, text }) => `${name} ${text}`)

describeOnDatabases('teams', () => {
  let ada: User
  let ben: User
  beforeEach(async () => {
    await emptyDatabase()
    ada = await account('Ada')
    ben = await account('Ben')
  })

  it('belong to whoever made them, and are listed with their counts', async () => {
    const teamId = await team(ada, [[ben, 'view']])
    await moveProject(ada, await project(ada), teamId)
    expect(await listTeams(ada.id)).toEqual([{ id: teamId, name: 'Saltmarsh', role: 'own', members: 2, projects: 1 }])
    expect((await listMembers(teamId)).map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'own'],
      ['Ben', 'view'],
    ])
  })

  it('are not made by a guest', async () => {
    expect(await makeTeam(await createGuest(), 'Saltmarsh')).toMatchObject({ ok: false })
    expect(await (await database()).team.count()).toBe(0)
  })

  it('are renamed by an owner', async () => {
    const teamId = await team(ada, [[ben, 'edit']])
    expect(await renameTeam(ben, teamId, 'Mine')).toMatchObject({ ok: false })
    expect(await renameTeam(ada, teamId, 'Tidewater')).toEqual({ ok: true })
    expect(await listTeams(ben.id)).toMatchObject([{ name: 'Tidewater' }])
    expect(await texts({ teamId })).toEqual([
      'Ada renamed the team from Saltmarsh to Tidewater',
      'Ada made the team Saltmarsh',
    ])
  })

  it('take from whoever is removed the links that they made and came by', async () => {
    const teamId = await team(ada, [[ben, 'own']])
    const projectId = await project(ada)
    await moveProject(ada, projectId, teamId)
    const prisma = await database()
    const link = (by: User, tokenHash: string) =>
      prisma.shareLink.create({ data: { projectId, role: 'edit', tokenHash, createdById: by.id } })
    const [own, other] = [await link(ben, 'of ben'), await link(ada, 'of ada')]
    const guest = await createGuest()
    await prisma.shareGrant.createMany({
      data: [
        { linkId: other.id, userId: ben.id },
        { linkId: own.id, userId: guest.id },
        { linkId: other.id, userId: ada.id },
      ],
    })
    await removeMember(ada, teamId, ben.id)
    expect([await accessOf(ben.id, projectId), await accessOf(guest.id, projectId)]).toEqual([undefined, undefined])
    const left = await prisma.shareLink.findMany({ where: { revokedAt: null }, select: { id: true } })
    expect(left).toEqual([{ id: other.id }])
  })

  it.each([
    ['gets a lower role', (teamId: string) => changeRole(ada, teamId, ben.id, 'edit'), 'Ada made Ben an editor'],
    ['hands the team over', (teamId: string) => handOver(ben, teamId, ada.id), 'Ben handed the team over to Ada'],
    ['is removed', (teamId: string) => removeMember(ada, teamId, ben.id), 'Ada removed Ben'],
    ['leaves', (teamId: string) => leaveTeam(ben, teamId), 'Ben left the team'],
    ['sees it deleted', (teamId: string) => deleteTeam(ada, teamId, 'keep', 1), undefined],
  ])('end the links of an owner who %s, at once and by name', async (_how, end, text) => {
    const teamId = await team(ada, [[ben, 'own']])
    const projectId = await project(ada)
    await moveProject(ada, projectId, teamId)
    const link = async (by: User) => {
      const made = await createLink(by.id, projectId, linkInput.parse({ role: 'edit', label: `of ${by.name}` }))
      if (!made.ok) throw new Error(made.reason)
      const user = await createGuest()
      await openLink({ token: made.token, user, address: '192.0.2.1', userAgent: '' })
      return { token: made.token, user }
    }
    const [ofBen, ofAda] = [await link(ben), await link(ada)]
    const heard: Heard[] = []
    onTestFinished(await subscribe({ projects: new Set([projectId]), hear: (event) => heard.push(event) }))
    expect(await end(teamId)).toEqual({ ok: true })
    expect(await accessOf(ofBen.user.id, projectId)).toBeUndefined()
    expect(await openLink({ token: ofBen.token, address: '192.0.2.1', userAgent: '' })).toMatchObject({ ok: false })
    expect(await accessOf(ofAda.user.id, projectId)).toMatchObject({ role: 'edit' })
    // the pages of whoever came by it
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'access', projectId }))
    if (text === undefined) return
    const said = await texts({ teamId })
    expect(said).toContain(text)
    expect(said.filter((each) => each.includes('revoked'))).toEqual([
      `${text.slice(0, 3)} revoked a share link “of Ben”`,
    ])
  })

  it('leave no link that was made in the moment in which its maker got a lower role', async () => {
    const projectId = await project(ada)
    const teamId = await team(ada, [[ben, 'own']])
    await moveProject(ada, projectId, teamId)
    const prisma = await database()
    for (let round = 0; round < 20; round += 1) {
      await prisma.teamMember.updateMany({ where: { userId: ben.id }, data: { role: 'own' } })
      const make = () => createLink(ben.id, projectId, linkInput.parse({ role: 'edit' }))
      await Promise.all([make(), changeRole(ada, teamId, ben.id, 'edit'), make(), make()])
      expect(await prisma.shareLink.count({ where: { revokedAt: null } })).toBe(0)
    }
  })

  it('leave the links of whoever gets a higher role', async () => {
    const teamId = await team(ada, [[ben, 'comment']])
    const projectId = await project(ada)
    const prisma = await database()
    await moveProject(ada, projectId, teamId)
    await prisma.shareLink.create({ data: { projectId, role: 'edit', tokenHash: 'of ben', createdById: ben.id } })
    await changeRole(ada, teamId, ben.id, 'edit')
    expect(await prisma.shareLink.count({ where: { revokedAt: null } })).toBe(1)
  })

  it('let a change of role and a removal be felt by the next question for access', async () => {
    const teamId = await team(ada, [[ben, 'view']])
    const projectId = await project(ada)
    await moveProject(ada, projectId, teamId)
    expect((await accessOf(ben.id, projectId))?.role).toBe('view')
    await changeRole(ada, teamId, ben.id, 'edit')
    expect((await accessOf(ben.id, projectId))?.role).toBe('edit')
    await removeMember(ada, teamId, ben.id)
    expect(await accessOf(ben.id, projectId)).toBeUndefined()
    expect(await texts({ teamId })).toEqual([
      'Ada removed Ben',
      'Ada made Ben an editor',
      'Ada moved the plugin into Saltmarsh',
      'Ada made the plugin Tarn',
      'Ada made the team Saltmarsh',
    ])
  })

  it('never lose their last owner', async () => {
    const teamId = await team(ada, [[ben, 'edit']])
    const reason = 'Hand the team over first: it has no other owner.'
    expect(await leaveTeam(ada, teamId)).toEqual({ ok: false, reason })
    expect(await removeMember(ada, teamId, ada.id)).toEqual({ ok: false, reason })
    expect(await changeRole(ada, teamId, ada.id, 'edit')).toEqual({ ok: false, reason })
    expect(await handOver(ada, teamId, ben.id)).toEqual({ ok: true })
    expect((await listMembers(teamId)).map(({ name, role }) => [name, role])).toEqual([
      ['Ben', 'own'],
      ['Ada', 'edit'],
    ])
    expect(await leaveTeam(ada, teamId)).toEqual({ ok: true })
    expect(await leaveTeam(ben, teamId)).toMatchObject({ reason: 'Delete the team instead: nobody else is in it.' })
  })

  it('keep an owner when two owners leave at once', async () => {
    const teamId = await team(ada, [[ben, 'own']])
    const left = await Promise.all([leaveTeam(ada, teamId), leaveTeam(ben, teamId)])
    expect(left.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await listMembers(teamId)).map(({ role }) => role)).toEqual(['own'])
  })

  it('obey nobody but owners, also when the role ended a moment before', async () => {
    const teamId = await team(ada, [[ben, 'edit']])
    for (const tried of [
      changeRole(ben, teamId, ben.id, 'own'),
      handOver(ben, teamId, ben.id),
      removeMember(ben, teamId, ada.id),
      deleteTeam(ben, teamId, 'keep', 0),
    ])
      expect(await tried).toMatchObject({ ok: false })
    expect(await listMembers(teamId)).toMatchObject([{ role: 'own' }, { role: 'edit' }])
  })

  it('give a project their roles, and only theirs', async () => {
    const teamId = await team(ada, [[ben, 'edit']])
    const projectId = await project(ben)
    expect(await moveProject(ben, projectId, teamId)).toEqual({ ok: true })
    expect((await accessOf(ben.id, projectId))?.role).toBe('edit')
    expect((await accessOf(ada.id, projectId))?.role).toBe('own')
    expect(await listProjects(ben.id)).toMatchObject([{ role: 'edit', team: { name: 'Saltmarsh' } }])
    expect(await moveProject(ada, projectId, undefined)).toEqual({ ok: true })
    expect(await accessOf(ben.id, projectId)).toBeUndefined()
    expect(await listProjects(ada.id)).toMatchObject([{ role: 'own', team: undefined }])
  })

  it('end, where a project moves, the links of whoever may give none there', async () => {
    const teamId = await team(ada, [[ben, 'edit']])
    const prisma = await database()
    const left = async () => (await prisma.shareLink.findMany({ where: { revokedAt: null } })).map(({ label }) => label)
    const link = async (by: User, projectId: string) =>
      expect(
        await createLink(by.id, projectId, linkInput.parse({ role: 'edit', label: `of ${by.name}` })),
      ).toMatchObject({ ok: true })
    const [ofBen, ofAda] = [await project(ben), await project(ada)]
    await link(ben, ofBen)
    await link(ada, ofAda)
    await moveProject(ben, ofBen, teamId)
    await moveProject(ada, ofAda, teamId)
    expect(await left()).toEqual(['of Ada'])
    await changeRole(ada, teamId, ben.id, 'own')
    await link(ben, ofAda)
    await moveProject(ben, ofAda, undefined)
    expect(await left()).toEqual(['of Ben'])
  })

  it('take no project from a viewer, and none into a team that the mover is not in', async () => {
    const teamId = await team(ada, [[ben, 'view']])
    const projectId = await project(ben)
    expect(await moveProject(ben, projectId, teamId)).toMatchObject({ ok: false })
    expect(await moveProject(ben, projectId, await team(ada))).toMatchObject({ ok: false })
    expect((await accessOf(ben.id, projectId))?.role).toBe('own')
  })

  it('leave their projects to whoever deletes them', async () => {
    const teamId = await team(ada, [[ben, 'edit']])
    const projectId = await project(ben)
    await moveProject(ben, projectId, teamId)
    expect(await teamProjects(teamId)).toEqual([{ id: projectId, label: 'Tarn' }])
    expect(await deleteTeam(ada, teamId, 'keep', 0)).toMatchObject({ ok: false })
    expect(await deleteTeam(ada, teamId, 'keep', 1)).toEqual({ ok: true })
    expect(await listTeams(ben.id)).toEqual([])
    expect(await accessOf(ben.id, projectId)).toBeUndefined()
    expect((await accessOf(ada.id, projectId))?.role).toBe('own')
    expect(await texts({ userId: ada.id })).toEqual(['Ada deleted the team Saltmarsh'])
  })

  it('or are deleted with their projects, which can be put back', async () => {
    const teamId = await team(ada, [[ben, 'edit']])
    const projectId = await project(ben)
    await moveProject(ben, projectId, teamId)
    const heard: Heard[] = []
    onTestFinished(await subscribe({ projects: new Set([projectId]), hear: (event) => heard.push(event) }))
    expect(await deleteTeam(ada, teamId, 'delete', 1)).toEqual({ ok: true })
    // also whoever has it open by a link, and is in no team
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'project', projectId }))
    expect(await listProjects(ada.id)).toEqual([])
    expect(await (await database()).project.findUnique({ where: { id: projectId } })).toMatchObject({
      deletedAt: expect.any(Date) as Date,
    })
  })
})
