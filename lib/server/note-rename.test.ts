import { beforeEach, expect, it } from 'vitest'
import { createGuest } from './accounts'
import { listAudit } from './audit-list'
import { createProject, loadProject } from './projects'
import { saveRevision } from './save'
import { describeOnDatabases, emptyDatabase } from './test-database'

const manifest = (label: string) => `name: tarn\nversion: 0.1.0\nlabel:\n  en_US: ${label}\n`

describeOnDatabases('the renaming of a plugin', () => {
  let userId: string
  let projectId: string
  beforeEach(async () => {
    await emptyDatabase()
    userId = (await createGuest()).id
    const made = await createProject(userId, new Map([['manifest.yaml', manifest('Tarn')]]))
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
  })

  async function save(label: string): Promise<void> {
    const base = (await loadProject(projectId))?.revision ?? ''
    const changes = [{ path: 'manifest.yaml', text: manifest(label) }]
    expect(await saveRevision({ projectId, userId, base, changes })).toMatchObject({ ok: true })
  }

  const texts = async () => (await listAudit({ projectId }, { kind: 'project' })).rows.map(({ text }) => text)

  it('is one deed, however many saves the typing took', async () => {
    for (const label of ['M', 'Mer', 'Mere']) await save(label)
    expect(await texts()).toEqual(['renamed the plugin from Tarn to Mere', 'made the plugin Tarn'])
  })

  it('is none when the old name came back', async () => {
    for (const label of ['Mere', 'Tarn']) await save(label)
    expect(await texts()).toEqual(['made the plugin Tarn'])
  })
})
