import { beforeEach, expect, it } from 'vitest'
import type { User } from '@/lib/generated/prisma/client'
import { writeAudit } from './audit'
import { auditFilterFrom, auditPeople, listAudit } from './audit-list'
import { database } from './database'
import { createProject, deleteProject } from './projects'
import { moveProject } from './teams/move-project'
import { account, team } from './teams/test-people'
import { describeOnDatabases, emptyDatabase } from './test-database'

describeOnDatabases('the list of what was done', () => {
  let ada: User
  let ben: User
  let teamId: string
  let projectId: string
  beforeEach(async () => {
    await emptyDatabase()
    ada = await account('Ada')
    ben = await account('Ben')
    teamId = await team(ada, [[ben, 'edit']])
    const made = await createProject(ada.id, new Map([['manifest.yaml', 'name: tarn\nlabel:\n  en_US: Tarn\n']]))
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
  })

  it('of a team holds what was done in its projects, under their names, and ends with their leaving', async () => {
    await moveProject(ada, projectId, teamId)
    expect((await listAudit({ teamId })).rows).toMatchObject([
      { name: 'Ada', text: 'moved the plugin into Saltmarsh', project: { label: 'Tarn', deleted: false } },
      { text: 'made the plugin Tarn' },
      { text: 'made the team Saltmarsh', project: undefined },
    ])
    await deleteProject(projectId, ben.id)
    expect((await listAudit({ teamId })).rows[0]).toMatchObject({ name: 'Ben', project: { deleted: true } })
    expect((await listAudit({ projectId })).rows[0]).toMatchObject({ text: 'deleted the plugin', project: undefined })
  })

  it('is filtered by person and by kind', async () => {
    await moveProject(ada, projectId, teamId)
    await deleteProject(projectId, ben.id)
    expect((await auditPeople({ teamId })).map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    const texts = async (filter: Parameters<typeof listAudit>[1]) =>
      (await listAudit({ teamId }, filter)).rows.map(({ text }) => text)
    expect(await texts({ person: ben.id })).toEqual(['deleted the plugin'])
    expect(await texts({ kind: 'team' })).toEqual(['made the team Saltmarsh'])
    expect(await texts({ kind: 'team', person: ben.id })).toEqual([])
  })

  it('comes in pages that neither repeat nor leave out, also of deeds in one millisecond', async () => {
    const prisma = await database()
    const createdAt = new Date('2026-01-02T03:04:05Z')
    await prisma.auditEntry.createMany({
      data: Array.from({ length: 120 }, () => ({ userId: ada.id, projectId, action: 'package.download', createdAt })),
    })
    const ids: string[] = []
    let after: string | undefined
    for (let page = 0; page < 5; page += 1) {
      const { rows, next } = await listAudit({ projectId }, { kind: 'package', after })
      ids.push(...rows.map(({ id }) => id))
      after = next
      if (next === undefined) break
    }
    expect([ids.length, new Set(ids).size]).toEqual([120, 120])
  })

  it('keeps what was done by an account that is gone, without a name', async () => {
    await deleteProject(projectId, ben.id)
    await (await database()).user.delete({ where: { id: ben.id } })
    expect((await listAudit({ projectId })).rows[0]).toMatchObject({ name: undefined, text: 'deleted the plugin' })
  })

  it('reads a filter from an address, whatever stands there', () => {
    expect(auditFilterFrom({ person: 'x'.repeat(101), kind: 'toString', after: ['a', 'b'] })).toEqual({})
    expect(auditFilterFrom({ person: 'p', kind: 'member', after: 'a b' })).toEqual({
      person: 'p',
      kind: 'member',
      after: 'a b',
    })
  })

  it('takes a place in it from an address, whatever stands there', async () => {
    const ends = [-8.64e15, 8.64e15].map((time) => `${new Date(time).toISOString()} z`)
    for (const after of ['x', '2026-13-99 y', 'Infinity z', '2026-11-26T00:00:00Z', ...ends])
      expect((await listAudit({ projectId }, { after })).rows).toHaveLength(1)
  })

  it('is written with the deed or not at all', async () => {
    const prisma = await database()
    const before = await prisma.auditEntry.count()
    const failing = prisma.$transaction(async (tx) => {
      await writeAudit(tx, { userId: ada.id, teamId, action: 'team.rename' })
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await prisma.auditEntry.count()).toBe(before)
  })
})

it('takes no filter from an address that no database can hold', () => {
  expect(auditFilterFrom({ person: 'a\0', after: '\0', kind: 'team' })).toEqual({
    person: undefined,
    kind: 'team',
    after: undefined,
  })
})
