import { beforeEach, expect, it, vi } from 'vitest'
import { createGuest } from './accounts'
import { deleteAccount } from './account/delete-account'
import { writeBlobs } from './blobs'
import { database } from './database'
import { createProject, deleteProject, listDeleted, loadProject, restoreProject } from './projects'
import { DAYS_KEPT, removeUnused, removeUnusedBlobs } from './remove-unused'
import { saveRevision } from './save'
import { copyProject } from './share/copy-project'
import { describeOnDatabases, emptyDatabase } from './test-database'

describeOnDatabases('what nobody can come to any more', () => {
  beforeEach(emptyDatabase)

  async function make(userId: string, ...texts: string[]) {
    const made = await createProject(userId, new Map(texts.map((text, index) => [`${index}.txt`, text])))
    if (!made.ok) throw new Error(made.reason)
    return made.id
  }
  const contents = async () => {
    const rows = await (await database()).blob.findMany({ select: { bytes: true } })
    return rows.map(({ bytes }) => Buffer.from(bytes).toString()).sort()
  }
  /** As a process reads it that remembers no content. */
  async function readAnew(projectId: string) {
    vi.resetModules()
    const { loadProject: load } = await import('./projects')
    return [...((await load(projectId))?.files.values() ?? [])]
  }

  it('goes with an account, but for what others have too', async () => {
    const [ada, ben] = [await createGuest(), await createGuest()]
    const project = await make(ada.id, 'of ada', 'of both', 'copied')
    await make(ben.id, 'of both')
    const copied = await make(ada.id, 'copied')
    const copy = (await copyProject(ben, copied)) ?? ''
    const { revision = '' } = (await loadProject(project)) ?? {}
    await saveRevision({
      projectId: project,
      userId: ada.id,
      base: revision,
      changes: [{ path: 'new', text: 'later' }],
    })
    await removeUnused()
    expect(await contents()).toEqual(['copied', 'later', 'of ada', 'of both'])
    expect(await deleteAccount(ada, 'delete', '192.0.2.1')).toEqual({ ok: true })
    await removeUnused()
    expect(await contents()).toEqual(['copied', 'of both'])
    expect(await readAnew(copy)).toEqual(['copied'])
  })

  it('keeps what earlier revisions have', async () => {
    const ada = await createGuest()
    const projectId = await make(ada.id, 'first')
    const { revision = '' } = (await loadProject(projectId)) ?? {}
    await saveRevision({ projectId, userId: ada.id, base: revision, changes: [{ path: '0.txt', text: 'second' }] })
    await removeUnused()
    expect(await contents()).toEqual(['first', 'second'])
  })

  it('is the work in a deleted project after some weeks, not its name nor what was done in it', async () => {
    const ada = await createGuest()
    const [old, young] = [await make(ada.id, 'old'), await make(ada.id, 'young')]
    await deleteProject(old, ada.id)
    await deleteProject(young, ada.id)
    const prisma = await database()
    const deletedAt = new Date(Date.now() - (DAYS_KEPT + 1) * 24 * 60 * 60 * 1000)
    await prisma.project.update({ where: { id: old }, data: { deletedAt } })
    await removeUnused()
    expect(await contents()).toEqual(['young'])
    expect((await listDeleted(ada.id)).map(({ id }) => id)).toEqual([young])
    expect(await listDeleted((await createGuest()).id)).toEqual([])
    expect(await restoreProject(ada.id, old)).toBe(false)
    expect(await restoreProject(ada.id, young)).toBe(true)
    expect(await listDeleted(ada.id)).toEqual([])
    expect(await readAnew(young)).toEqual(['young'])
    expect(await prisma.revision.count({ where: { projectId: old } })).toBe(0)
    expect(await prisma.auditEntry.count({ where: { projectId: old } })).toBe(2)
  })

  it('is never what somebody is about to use', async () => {
    const ada = await createGuest()
    const prisma = await database()
    for (let round = 0; round < 15; round += 1) {
      const text = `round ${round}`
      await prisma.$transaction((tx) => writeBlobs(tx, [text]))
      const [projectId] = await Promise.all([make(ada.id, text), removeUnusedBlobs(), removeUnusedBlobs()])
      expect(await readAnew(projectId)).toEqual([text])
    }
  })
})
