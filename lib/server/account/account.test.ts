import { buffer } from 'node:stream/consumers'
import JSZip from 'jszip'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { User } from '@/lib/generated/prisma/client'
import { createGuest, signIn, signInWithGithub, signUp } from '../accounts'
import { listAudit } from '../audit-list'
import { database } from '../database'
import { subscribe, type Heard } from '../events/events'
import { listProjects } from '../list-projects'
import { nameVersion } from '../history/name-version'
import { recordPackage } from '../history/record-package'
import { createProject, deleteProject, loadProject } from '../projects'
import { saveRevision } from '../save'
import { entryOf } from '../tree'
import { startSession, userOfSession } from '../sessions'
import { moveProject } from '../teams/move-project'
import { account, team } from '../teams/test-people'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { deleteAccount, deletionOf } from './delete-account'
import { exportAccount } from './export-account'
import { addPassword, changeEmail, changePassword } from './profile'

const from = '10.0.0.1'
const password = 'correct horse'
const files = new Map([['manifest.yaml', 'name: tarn\nversion: 0.1.0\nlabel:\n  en_US: Tarn\n']])

describeOnDatabases('an account', () => {
  let ada: User
  beforeEach(async () => {
    await emptyDatabase()
    const made = await signUp({ email: 'ada@example.com', name: 'Ada', password, address: from }, undefined)
    if (!made.ok) throw new Error(made.reason)
    ada = made.user
  })

  async function project(owner: User, teamId?: string): Promise<string> {
    const made = await createProject(owner.id, files)
    if (!made.ok) throw new Error(made.reason)
    if (teamId) await moveProject(owner, made.id, teamId)
    return made.id
  }

  it('takes a new password from whoever knows the old one, and ends all other sessions', async () => {
    const [here, elsewhere] = [await startSession(ada.id, ''), await startSession(ada.id, '')]
    const wrong = await changePassword(ada, here, { old: 'wrong horse', password: 'battery staple' }, from)
    expect(wrong).toEqual({ ok: false, reason: 'Give the password of this account: that was another one.' })
    expect(await userOfSession(elsewhere)).toBeDefined()
    expect(await changePassword(ada, here, { old: password, password: 'short' }, from)).toMatchObject({ ok: false })
    expect(await changePassword(ada, here, { old: password, password: 'battery staple' }, from)).toEqual({ ok: true })
    expect(await userOfSession(here)).toBeDefined()
    expect(await userOfSession(elsewhere)).toBeUndefined()
    expect(await signIn({ email: 'ada@example.com', password, address: from }, undefined)).toMatchObject({ ok: false })
  })

  it('lets nobody guess the old password in an open browser', async () => {
    for (let index = 0; index < 10; index += 1)
      await changePassword(ada, undefined, { old: `guess ${index}`, password: 'battery staple' }, from)
    expect(await changePassword(ada, undefined, { old: password, password: 'battery staple' }, from)).toMatchObject({
      reason: expect.stringContaining('Wait 15 minutes') as string,
    })
  })

  it('of GitHub gets an e-mail address and a password that nobody has, once, and keeps GitHub', async () => {
    const ben = await signInWithGithub('42', 'Ben', undefined)
    const form = { email: ' Ben@Example.com', password: 'battery staple' }
    expect(await addPassword(ben, { ...form, email: 'ada@example.com' }, from)).toMatchObject({ ok: false })
    expect(await addPassword(ben, { ...form, password: 'short' }, from)).toMatchObject({ ok: false })
    expect(await addPassword(await createGuest(), form, from)).toMatchObject({ ok: false })
    expect(await addPassword(ben, form, from)).toEqual({ ok: true })
    const signed = await signIn({ ...form, address: from }, undefined)
    expect(signed).toMatchObject({ ok: true, user: { id: ben.id, name: 'Ben', githubId: '42' } })
    expect(await signInWithGithub('42', 'Ben', undefined)).toMatchObject({ id: ben.id })
    // the one that is there is only changed by whoever knows it
    if (signed.ok)
      expect(await addPassword(signed.user, { ...form, email: 'x@example.com' }, from)).toMatchObject({ ok: false })
  })

  it('takes another e-mail address that nobody has', async () => {
    await account('Ben')
    expect(await changeEmail(ada, 'ben@example.com', password, from)).toMatchObject({ ok: false })
    expect(await changeEmail(ada, ' Ada@Example.ORG ', 'wrong horse', from)).toMatchObject({ ok: false })
    expect(await changeEmail(ada, ' Ada@Example.ORG ', password, from)).toEqual({ ok: true })
    expect(await signIn({ email: 'ada@example.org', password, address: from }, undefined)).toMatchObject({ ok: true })
  })

  it('is deleted with what is its own alone, and with nothing of others', async () => {
    const ben = await account('Ben')
    const shared = await team(ben, [[ada, 'edit']])
    const own = await team(ada)
    const kept = await project(ada, shared)
    await project(ada, own)
    await project(ada)
    await (
      await database()
    ).shareLink.create({
      data: { projectId: kept, role: 'view', tokenHash: 'of ada', createdById: ada.id, label: 'Reviewers' },
    })
    const invitation = { teamId: shared, tokenHash: 'by ada', role: 'view' as const, invitedById: ada.id }
    await (await database()).invitation.create({ data: { ...invitation, expiresAt: new Date(4e12) } })
    const heard: Heard[] = []
    onTestFinished(await subscribe({ projects: new Set([kept]), hear: (event) => heard.push(event) }))
    expect(await deletionOf(ada.id)).toEqual({ projects: ['Tarn', 'Tarn'], teams: ['Saltmarsh'], blockers: [] })
    expect(await deleteAccount(ada, 'wrong horse', from)).toMatchObject({ ok: false })
    expect(await deleteAccount(ada, password, from)).toEqual({ ok: true })
    const prisma = await database()
    expect((await prisma.project.findMany()).map(({ id }) => id)).toEqual([kept])
    expect((await prisma.team.findMany()).map(({ id }) => id)).toEqual([shared])
    expect(await prisma.revision.findMany()).toMatchObject([{ authorId: null }])
    expect((await prisma.user.findMany()).map(({ name }) => name)).toEqual(['Ben'])
    expect(await listProjects(ben.id)).toHaveLength(1)
    expect(await prisma.shareLink.count({ where: { revokedAt: null } })).toBe(0)
    expect(await prisma.invitation.count()).toBe(0)
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'access', projectId: kept }))
    const said = (await listAudit({ teamId: shared })).rows.map(({ name, text }) => [name, text])
    expect(said).toContainEqual([undefined, 'left the team and deleted the account of Ada'])
    expect(said).toContainEqual([undefined, 'revoked a share link “Reviewers”'])
  })

  it('stays while a team with others has no other owner', async () => {
    const ben = await account('Ben')
    await team(ada, [[ben, 'edit']])
    expect(await deletionOf(ada.id)).toMatchObject({ blockers: ['Saltmarsh'] })
    expect(await deleteAccount(ada, password, from)).toEqual({
      ok: false,
      reason: 'Hand over Saltmarsh first: others are in it, and it has no other owner.',
    })
    expect(await (await database()).user.count()).toBe(2)
  })

  it('of a guest is deleted by a typed word', async () => {
    const guest = await createGuest()
    await project(guest)
    expect(await deleteAccount(guest, 'yes', from)).toEqual({ ok: false, reason: 'Type the word delete.' })
    expect(await deleteAccount(guest, ' Delete ', from)).toEqual({ ok: true })
    expect(await (await database()).project.count()).toBe(0)
  })

  const opened = async (bytes: AsyncIterable<Uint8Array>) => JSZip.loadAsync(await buffer(bytes))
  const inside = async (zip: JSZip, name: string) => JSZip.loadAsync((await zip.file(name)?.async('uint8array')) ?? '')
  const namesIn = (zip: JSZip) => Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : name))

  it('is taken along as one zip: plugins as archives, the rest as JSON, no secrets', async () => {
    await project(ada)
    await project(ada, await team(ada))
    const prisma = await database()
    const { passwordHash } = await prisma.user.findUniqueOrThrow({ where: { id: ada.id } })
    const session = await startSession(ada.id, 'Firefox')
    const zip = await opened(await exportAccount(ada))
    expect(namesIn(zip)).toEqual([
      'README.txt',
      'profile.json',
      'comments.json',
      'activity.json',
      'plugins/tarn-0.1.0.zip',
      'plugins/tarn-0.1.0.history.zip',
      'plugins/tarn-0.1.0-2.zip',
      'plugins/tarn-0.1.0-2.history.zip',
    ])
    const inner = await inside(zip, 'plugins/tarn-0.1.0.zip')
    expect(await inner.file('manifest.yaml')?.async('string')).toBe(files.get('manifest.yaml'))
    const texts = await Promise.all(
      ['README.txt', 'profile.json', 'comments.json', 'activity.json'].map((name) => zip.file(name)?.async('string')),
    )
    expect(JSON.parse(texts[1] ?? '')).toMatchObject({
      name: 'Ada',
      teams: [{ name: 'Saltmarsh', role: 'own' }],
      plugins: [{ label: 'Tarn', versions: 1 }, { label: 'Tarn' }],
    })
    for (const secret of [passwordHash ?? '', session]) expect(texts.join()).not.toContain(secret)
  })

  it('is taken along with every version, its name, the packages taken, and what was deleted lately', async () => {
    const id = await project(ada)
    const prisma = await database()
    const first = await prisma.revision.findFirstOrThrow({ where: { projectId: id } })
    const icon = new Uint8Array([0, 255, 7])
    const changes = [{ path: 'icon.png', base64: Buffer.from(icon).toString('base64') }]
    expect(await saveRevision({ projectId: id, userId: ada.id, base: first.id, changes })).toMatchObject({ ok: true })
    await nameVersion(id, ada.id, { revision: first.id, name: '0.1 as published' })
    const loaded = await loadProject(id)
    if (!loaded) throw new Error('The plugin is there.')
    await recordPackage({ projectId: id, userId: ada.id, revision: loaded.revision }, loaded.files, icon)
    const lost = await project(ada)
    await deleteProject(lost, ada.id)
    const zip = await opened(await exportAccount(ada))
    expect(namesIn(zip)).toContain('deleted/Tarn.zip')
    expect(namesIn(await inside(zip, 'deleted/Tarn.zip'))).toEqual(['manifest.yaml'])
    expect(namesIn(await inside(zip, 'deleted/Tarn.history.zip'))).toHaveLength(3)
    const history = await inside(zip, 'plugins/tarn-0.1.0.history.zip')
    const versions = ((await history.file('versions.jsonl')?.async('string')) ?? '').trimEnd().split('\n')
    const [manifest, picture] = [entryOf(files.get('manifest.yaml') ?? ''), entryOf(icon)]
    expect(versions.map((line): unknown => JSON.parse(line))).toMatchObject([
      { version: first.id, by: 'Ada', name: '0.1 as published', changed: [['manifest.yaml', manifest.blobId]] },
      { version: loaded.revision, by: 'Ada', changed: [['icon.png', picture.blobId]] },
    ])
    expect(JSON.parse((await history.file('packages.json')?.async('string')) ?? '')).toMatchObject([
      { version: loaded.revision, by: 'Ada', fileName: 'tarn-0.1.0.difypkg', size: 3, sha256: picture.blobId },
    ])
    expect(await history.file(`contents/${picture.blobId}`)?.async('uint8array')).toEqual(icon)
    expect(await zip.file('README.txt')?.async('string')).toContain(
      `plugins/tarn-0.1.0: Tarn; 2 versions, 1 package taken, ${manifest.size + picture.size} bytes of contents`,
    )
  })
})
