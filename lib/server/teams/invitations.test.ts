import { beforeEach, expect, it } from 'vitest'
import type { User } from '@/lib/generated/prisma/client'
import { createGuest } from '../accounts'
import { listAudit } from '../audit-list'
import { database } from '../database'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { acceptInvitation, invite, listInvitations, readInvitation, revokeInvitation } from './invitations'
import { changeRole, listMembers, removeMember } from './members'
import { account, team } from './test-people'

const from = '10.0.0.1'

describeOnDatabases('invitations', () => {
  let ada: User
  let ben: User
  let teamId: string
  beforeEach(async () => {
    await emptyDatabase()
    ada = await account('Ada')
    ben = await account('Ben')
    teamId = await team(ada)
  })

  async function invited(role: 'view' | 'edit' | 'own' = 'edit', email?: string, by = ada) {
    const made = await invite(by, teamId, role, email)
    if (!made.ok) throw new Error(made.reason)
    return made
  }

  it('show the team, the role and who invited, and are taken once', async () => {
    const { token } = await invited()
    expect(await readInvitation(token, ben, from)).toEqual({
      ok: true,
      invitation: { team: 'Saltmarsh', teamId, role: 'edit', invitedBy: 'Ada', member: undefined },
    })
    expect(await acceptInvitation(ben, token, from)).toEqual({ ok: true, teamId })
    expect(await listMembers(teamId)).toMatchObject([{ name: 'Ada' }, { name: 'Ben', role: 'edit' }])
    expect(await acceptInvitation(await account('Cem'), token, from)).toMatchObject({ ok: false })
    expect(await listInvitations(teamId)).toEqual([])
  })

  it('are taken by one of two who come at once', async () => {
    const { token } = await invited()
    const cem = await account('Cem')
    const answers = await Promise.all([acceptInvitation(ben, token, from), acceptInvitation(cem, token, from)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listMembers(teamId)).toHaveLength(2)
  })

  it('are kept as a hash, and their token stands nowhere in the database', async () => {
    const { token } = await invited('view', 'ben@example.org')
    await acceptInvitation(ben, token, from)
    await invited('view', 'cem@example.org')
    const prisma = await database()
    const kept = JSON.stringify([await prisma.invitation.findMany(), await prisma.auditEntry.findMany()])
    expect(kept).toContain('cem@example.org')
    expect(kept).not.toContain(token)
  })

  it('end after seven days, and when they are revoked', async () => {
    const [old, revoked] = [await invited(), await invited()]
    await (await database()).invitation.update({ where: { id: old.id }, data: { expiresAt: new Date() } })
    expect(await revokeInvitation(ada, teamId, revoked.id)).toEqual({ ok: true })
    for (const { token } of [old, revoked])
      expect(await acceptInvitation(ben, token, from)).toMatchObject({ ok: false })
    expect(await listInvitations(teamId)).toEqual([])
    const days = (await invited(), await listInvitations(teamId)).map(
      ({ createdAt, expiresAt }) => (expiresAt.getTime() - createdAt.getTime()) / 86_400_000,
    )
    expect(days.map(Math.round)).toEqual([7])
  })

  it('are not taken by a guest', async () => {
    const { token } = await invited()
    expect(await acceptInvitation(await createGuest(), token, from)).toMatchObject({ ok: false })
    expect(await listInvitations(teamId)).toHaveLength(1)
  })

  it('say to a member that there is nothing to join, and stay for another', async () => {
    const { token } = await invited('view')
    expect(await readInvitation(token, ada, from)).toMatchObject({ invitation: { member: 'own' } })
    expect(await acceptInvitation(ada, token, from)).toEqual({ ok: false, reason: 'You are in Saltmarsh already.' })
    expect(await acceptInvitation(ben, token, from)).toMatchObject({ ok: true })
  })

  it('take the place of an earlier one for the same e-mail address', async () => {
    const first = await invited('view', 'ben@example.org')
    const second = await invited('edit', 'ben@example.org')
    expect(await acceptInvitation(ben, first.token, from)).toMatchObject({ ok: false })
    expect(await acceptInvitation(ben, second.token, from)).toMatchObject({ ok: true })
  })

  it('are not made for who is in the team already', async () => {
    expect(await invite(ada, teamId, 'view', 'ada@example.com')).toEqual({
      ok: false,
      reason: 'ada@example.com is in the team already.',
    })
  })

  it('of somebody who is removed, or owns no more, end with that', async () => {
    await (await database()).teamMember.create({ data: { teamId, userId: ben.id, role: 'own' } })
    const cem = await account('Cem')
    const back = await invited('own', undefined, ben)
    await changeRole(ada, teamId, ben.id, 'view')
    expect(await acceptInvitation(cem, back.token, from)).toMatchObject({ ok: false })
    await changeRole(ada, teamId, ben.id, 'own')
    const again = await invited('own', undefined, ben)
    await removeMember(ada, teamId, ben.id)
    expect(await acceptInvitation(ben, again.token, from)).toMatchObject({ ok: false })
  })

  it('cannot be guessed for long from one network', async () => {
    const { token } = await invited()
    for (let index = 0; index < 30; index += 1)
      expect(await readInvitation(`guess ${index}`, undefined, '10.0.0.9')).toMatchObject({
        reason: expect.stringContaining('Ask for a new invitation') as string,
      })
    expect(await readInvitation(token, undefined, '10.0.0.9')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Wait 15 minutes') as string,
    })
    expect(await readInvitation(token, undefined, from)).toMatchObject({ ok: true })
  })

  it('stand in the list of what was done, from the invitation to the joining', async () => {
    const { token } = await invited('edit', 'ben@example.org')
    const { id } = await invited('view')
    await revokeInvitation(ada, teamId, id)
    await acceptInvitation(ben, token, from)
    expect((await listAudit({ teamId })).rows.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'Ben joined as an editor',
      'Ada revoked the invitation by link',
      'Ada invited somebody by link as a viewer',
      'Ada invited ben@example.org as an editor',
      'Ada made the team Saltmarsh',
    ])
  })
})
