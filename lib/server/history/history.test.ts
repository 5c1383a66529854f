import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { changesBetween } from '@/lib/plugin/changes'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { renameItem } from '@/lib/plugin/edit/rename-item'
import { setValue } from '@/lib/plugin/edit/values'
import type { Edited } from '@/lib/plugin/edit/edited'
import { bytesOf, writeFile, type Files } from '@/lib/plugin/files'
import { followPython } from '@/lib/plugin/follow-python'
import { packPlugin } from '@/lib/plugin/package/pack'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { createGuest } from '../accounts'
import { database } from '../database'
import { createProject, loadProject } from '../projects'
import { saveRevision, type Save } from '../save'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { blameField, blameFile } from './blame'
import { compareFile, compareRevisions } from './compare-revisions'
import { findPackage } from './find-package'
import { listHistory } from './list-history'
import { nameVersion } from './name-version'
import { recordOwnPackage } from './record-package'
import { longHistory } from './test-history'

const plugin = examplePlugin()
const tool = 'tools/forecast.yaml'

function edited(files: Files, edit: (files: Files) => Edited): Files {
  const done = edit(files)
  if (!done.ok) throw new Error(done.reason)
  return followPython(files, done.files)
}

describeOnDatabases('history', () => {
  let ada = ''
  let ben = ''
  let projectId = ''
  let head = ''
  let files: Files

  beforeEach(async () => {
    await emptyDatabase()
    const prisma = await database()
    ada = (await createGuest()).id
    ben = (await createGuest()).id
    await prisma.user.update({ where: { id: ada }, data: { name: 'Ada' } })
    await prisma.user.update({ where: { id: ben }, data: { name: 'Ben' } })
    const made = await createProject(ada, plugin)
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
    files = plugin
    head = (await loadProject(projectId))?.revision ?? ''
  })

  /** Saves as somebody, some minutes after the start, and gives the revision. */
  async function save(userId: string, after: Files, minutes: number, more: Partial<Save> = {}): Promise<string> {
    const saved = await saveRevision({ projectId, userId, base: head, changes: changesBetween(files, after), ...more })
    if (!saved.ok) throw new Error(saved.reason)
    const prisma = await database()
    const createdAt = new Date(Date.UTC(2030, 0, 1) + minutes * 60_000)
    await prisma.revision.update({ where: { id: saved.revision }, data: { createdAt } })
    files = after
    head = saved.revision
    return head
  }
  const required = (value: boolean) => edited(files, (now) => setValue(now, tool, ['parameters', 0, 'required'], value))
  const label = (text: string) =>
    edited(files, (now) => setValue(now, tool, ['parameters', 0, 'label'], { en_US: text }))
  const page = async () =>
    (await listHistory(projectId))?.groups.map(({ author, words, revisions }) => [author, words, revisions.length])

  it('is told in groups by author and pause, in the words of the documents', async () => {
    await save(ada, label('Town'), 0)
    await save(ada, required(false), 5)
    await save(ben, writeFile(files, 'notes.md', 'one\ntwo\n'), 6)
    await save(ben, label('Place'), 30)
    expect(await page()).toEqual([
      ['Ben', ['label of city (en_US): Place'], 1],
      ['Ben', ['notes.md added'], 1],
      ['Ada', ['parameter `city` of forecast: not required', 'label of city (en_US): Town'], 2],
      ['Ada', [`plugin with ${plugin.size} files`], 1],
    ])
  })

  it('ends a group at a name, which can be given, changed and taken away', async () => {
    const first = await save(ada, label('Town'), 0)
    await save(ada, required(false), 1)
    expect(await nameVersion(projectId, ben, { revision: first, name: ' 1.0 ' })).toBe(true)
    expect((await listHistory(projectId))?.groups.map(({ revisions }) => revisions[0]?.name)).toEqual([
      undefined,
      '1.0',
      undefined,
    ])
    await nameVersion(projectId, ben, { revision: first, name: '' })
    expect((await page())?.map(([, , count]) => count)).toEqual([2, 1])
    const other = await createProject(ada, plugin)
    if (!other.ok) throw new Error(other.reason)
    expect(await nameVersion(other.id, ada, { revision: first, name: 'x' })).toBe(false)
    const prisma = await database()
    expect(await prisma.auditEntry.count({ where: { projectId, action: 'version.name' } })).toBe(2)
  })

  it('says which revision a save restored, where it did', async () => {
    const first = head
    const town = await save(ada, label('Town'), 0)
    await save(ada, required(false), 20)
    await save(ben, plugin, 40, { restores: { revision: first } })
    const forged = await save(ben, writeFile(files, 'x.md', 'x'), 60, { restores: { revision: town } })
    const groups = (await listHistory(projectId))?.groups ?? []
    expect(groups.map(({ revisions }) => revisions[0]?.restored)).toEqual([
      undefined,
      { revision: first, time: expect.any(String) as string },
      undefined,
      undefined,
      undefined,
    ])
    expect(groups[0]?.revisions[0]?.id).toBe(forged)
  })

  it('says which file was restored', async () => {
    const first = head
    await save(ada, writeFile(label('Town'), 'x.md', 'x'), 0)
    await save(ben, writeFile(files, tool, plugin.get(tool) ?? ''), 40, { restores: { revision: first, path: tool } })
    expect((await listHistory(projectId))?.groups[0]?.revisions[0]?.restored).toMatchObject({
      revision: first,
      path: tool,
    })
  })

  it('compares any two revisions by field, by text and as packages', async () => {
    const first = head
    const second = await save(
      ada,
      edited(required(false), (now) => setValue(now, 'manifest.yaml', ['version'], '0.0.2')),
      0,
    )
    const compared = await compareRevisions(projectId, first, second)
    expect(
      compared?.files.flatMap(({ fields }) => fields.map(({ title, before, after }) => [title, before, after])),
    ).toEqual([
      ['version of weather', '0.0.1', '0.0.2'],
      ['required of city', 'Yes', 'No'],
    ])
    expect(compared?.package).toMatchObject({ version: { before: '0.0.1', after: '0.0.2' } })
    expect(await compareFile(projectId, { from: first, to: second, path: tool })).toEqual({
      before: plugin.get(tool),
      after: files.get(tool),
    })
    expect(await compareFile(projectId, { from: first, to: second, path: 'none' })).toEqual({
      before: null,
      after: null,
    })
    expect(await compareRevisions(projectId, first, 'none')).toBeUndefined()
  })

  it('knows who changed a field and each line, through other names of parameter and file', async () => {
    const first = head
    const changed = await save(ben, required(false), 0)
    await save(
      ada,
      edited(files, (now) => setValue(now, tool, ['parameters', 0, 'name'], 'town')),
      20,
    )
    await save(
      ada,
      edited(files, (now) => renameItem(now, tool, 'outlook')),
      40,
    )
    const now = 'tools/outlook.yaml'
    const blamed = await blameField(projectId, now, ['parameters', 0, 'required'])
    expect(blamed?.steps.map(({ mark, before, after, revision }) => [mark, before, after, revision.author])).toEqual([
      [changed, 'Yes', 'No', 'Ben'],
      [first, undefined, 'Yes', 'Ada'],
    ])
    const later = await save(ben, writeFile(files, now, `${String(files.get(now))}# end\n`), 60)
    const lines = await blameFile(projectId, now)
    expect(lines?.lines.at(-1)).toBe(later)
    expect(lines?.lines[0]).not.toBe(later)
    const again = await save(ada, writeFile(files, now, `# begin\n${String(files.get(now))}`), 80)
    expect((await blameFile(projectId, now))?.lines).toEqual([again, ...(lines?.lines ?? [])])
    expect(await blameFile(projectId, 'none')).toBeUndefined()
    expect(await blameField(projectId, 'none.yaml', ['a'])).toBeUndefined()
  })

  it('finds the revision that a package was made of by its bytes, by its files and by the most of them', async () => {
    const made = head
    const bytes = await packPlugin(plugin)
    const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
    const given = (package_: Files, sha256: string) => ({
      sha256,
      manifest: String(package_.get('manifest.yaml')),
      files: [...packedFiles(package_)].map(
        ([path, content]) => [path, hash(bytesOf(content)), bytesOf(content).length] as const,
      ),
    })
    await save(ben, required(false), 0)
    await save(ben, label('Town'), 30)
    const unknown = hash(Uint8Array.of(1))
    expect(await findPackage(projectId, given(plugin, unknown))).toMatchObject({
      by: 'files',
      revision: { id: made },
      difference: { files: [] },
      since: { words: ['parameter `city` of forecast: not required', 'label of city (en_US): Town'] },
    })
    expect(await recordOwnPackage({ projectId, userId: ada, revision: made }, hash(bytes))).toBe(true)
    expect(await recordOwnPackage({ projectId, userId: ada, revision: head }, hash(bytes))).toBe(false)
    expect(await findPackage(projectId, given(plugin, hash(bytes)))).toMatchObject({
      by: 'bytes',
      revision: { id: made },
    })
    const near = writeFile(writeFile(files, 'extra.md', 'x'), '.verification.dify.json', '{}')
    expect(await findPackage(projectId, given(near, unknown))).toMatchObject({
      by: 'near',
      revision: { id: head },
      difference: { files: [{ path: 'extra.md', after: 1 }] },
    })
    expect(await findPackage(projectId, given(new Map([['manifest.yaml', 'name: other\n']]), unknown))).toBeUndefined()
    const [, , group] = (await listHistory(projectId))?.groups ?? []
    expect(group?.packages).toMatchObject([
      { revision: made, sha256: hash(bytes), by: 'Ada', fileName: 'weather-0.0.1.difypkg' },
    ])
  })

  it('gives pages that hold every revision once, in whole groups', async () => {
    await longHistory(projectId, [ada, ben], plugin, 1_100)
    const seen: string[] = []
    let next: string | undefined
    do {
      const answer = await listHistory(projectId, next)
      for (const { revisions } of answer?.groups ?? []) {
        expect([50, 1]).toContain(revisions.length)
        seen.push(...revisions.map(({ id }) => id))
      }
      next = answer?.next
    } while (next)
    expect(new Set(seen).size).toBe(1_101)
    expect(seen).toHaveLength(1_101)
  })
})
