import { beforeEach, expect, it } from 'vitest'
import { applyChanges, changesBetween, type Change } from '@/lib/plugin/changes'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { setValue } from '@/lib/plugin/edit/values'
import type { Files } from '@/lib/plugin/files'
import { isPristine } from '@/lib/plugin/follow-python'
import { createGuest } from './accounts'
import { database } from './database'
import { listProjects } from './list-projects'
import { listHistory } from './history/list-history'
import { createProject, deleteProject, loadIcon, loadProject } from './projects'
import { saveRevision, type Save } from './save'
import { describeOnDatabases, emptyDatabase } from './test-database'
import { verdictOf } from './verdict'

const manifest =
  'version: 0.0.1\nauthor: ada\nname: weather\nlabel:\n  en_US: Weather\n  ja_JP: 天気\ndescription:\n  en_US: Forecasts\nicon: icon.svg\n'
const lines = Array.from({ length: 40 }, (_, index) => `line ${index}\n`)
const start: Files = new Map<string, string | Uint8Array>([
  ['manifest.yaml', manifest],
  ['_assets/icon.svg', '<svg/>'],
  ['_assets/photo.png', Uint8Array.of(0, 1, 2)],
  ['notes.md', lines.join('')],
  ['__proto__', 'a legal name'],
  ['10', 'ten'],
  ['9', 'nine'],
])

describeOnDatabases('saving', () => {
  let userId = ''
  let projectId = ''
  let base = ''

  beforeEach(async () => {
    await emptyDatabase()
    userId = (await createGuest()).id
    const made = await createProject(userId, start)
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
    base = (await load()).revision
  })

  async function load(revision?: string) {
    const loaded = await loadProject(projectId, 'own', revision)
    if (!loaded) throw new Error('no project')
    return loaded
  }
  const save = (changes: Change[], more: Partial<Save> = {}) =>
    saveRevision({ projectId, userId, base, changes, ...more })
  const withLine = (index: number, text: string): Change => ({
    path: 'notes.md',
    text: lines.map((line, at) => (at === index ? `${text}\n` : line)).join(''),
  })

  it('comes after the revision before it, also when that was made by a machine whose clock is ahead', async () => {
    const prisma = await database()
    const ahead = new Date(Date.now() + 60_000)
    await prisma.revision.update({ where: { id: base }, data: { createdAt: ahead } })
    const saved = await save([withLine(0, 'later')])
    const made = await prisma.revision.findUniqueOrThrow({ where: { id: saved.ok ? saved.revision : '' } })
    expect(made.createdAt.getTime()).toBe(ahead.getTime() + 1)
    expect((await listHistory(projectId))?.groups[0]?.revisions[0]?.id).toBe(made.id)
  })

  it('gives back the files as they were, in their order', async () => {
    expect([...(await load()).files]).toEqual([...start])
  })

  it('makes a revision with its parent, moves the head and leaves the old one as it was', async () => {
    const saved = await save([
      { path: 'manifest.yaml', text: `${manifest}tags: []\n` },
      { path: '9', removed: true },
      { path: 'new.bin', base64: 'AAE=' },
    ])
    if (!saved.ok) throw new Error(saved.reason)
    expect(saved).toEqual({ ok: true, revision: expect.any(String) as string, merged: false })
    const head = await load()
    expect(head.revision).toBe(saved.revision)
    expect([...head.files.keys()]).toEqual([
      'manifest.yaml',
      '_assets/icon.svg',
      '_assets/photo.png',
      'notes.md',
      '__proto__',
      '10',
      'new.bin',
    ])
    expect([...(await load(base)).files]).toEqual([...start])
    expect(await (await database()).revision.findUniqueOrThrow({ where: { id: saved.revision } })).toMatchObject({
      parentId: base,
      authorId: userId,
    })
  })

  it('makes no revision of no change', async () => {
    expect(await save([])).toEqual({ ok: true, revision: base, merged: false })
    expect(await save([{ path: '10', text: 'ten' }])).toEqual({ ok: true, revision: base, merged: false })
    expect(await (await database()).revision.count()).toBe(1)
  })

  it('merges a stale base by line and tells what others changed', async () => {
    await save([withLine(3, 'theirs'), { path: 'theirs.md', text: 'new' }])
    const saved = await save([withLine(30, 'ours'), { path: '10', removed: true }])
    if (!saved.ok) throw new Error(saved.reason)
    const text = lines.map((line, at) => (at === 3 ? 'theirs\n' : at === 30 ? 'ours\n' : line)).join('')
    expect(saved).toMatchObject({
      merged: true,
      changes: [
        { path: 'notes.md', text },
        { path: 'theirs.md', text: 'new' },
      ],
    })
    const { files, revision } = await load()
    expect(revision).toBe(saved.revision)
    expect(files.get('notes.md')).toBe(text)
    expect(files.has('10')).toBe(false)
    const sent = applyChanges(start, [withLine(30, 'ours'), { path: '10', removed: true }])
    expect(changesBetween(applyChanges(sent, saved.changes ?? []), files)).toEqual([])
  })

  it('merges what two people did to one tool, and its generated Python with it', async () => {
    const tool = 'tools/forecast.yaml'
    const plugin = examplePlugin()
    const rename = (index: number, name: string) => {
      const edited = setValue(plugin, tool, ['parameters', index, 'name'], name)
      if (!edited.ok) throw new Error(edited.reason)
      return changesBetween(plugin, edited.files)
    }
    const made = await createProject(userId, plugin)
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
    base = (await load()).revision
    expect(await save(rename(0, 'town'))).toMatchObject({ ok: true, merged: false })
    expect(await save(rename(1, 'hours'))).toMatchObject({ ok: true, merged: true })
    const { files } = await load()
    expect(isPristine(files, tool)).toBe(true)
    expect(files.get('tools/forecast.py')).toMatch(/"town"[^]*"hours"/)
  })

  it('saves nothing where both changed the same line, and answers with both sides', async () => {
    const first = await save([withLine(3, 'theirs')])
    const saved = await save([withLine(3, 'ours'), { path: 'other.md', text: 'kept back' }])
    if (saved.ok || saved.reason !== 'conflict' || !first.ok) throw new Error('no conflict')
    expect(saved.conflicts).toEqual([{ path: 'notes.md', reason: 'Both sides changed the same lines of notes.md.' }])
    expect(saved.head.revision).toBe(first.revision)
    expect(changesBetween(applyChanges(new Map(), saved.head.files), (await load()).files)).toEqual([])
    expect((await load()).files.has('other.md')).toBe(false)
  })

  it('answers a save that is sent again with the answer it had, also when others came between', async () => {
    const first = await save([withLine(3, 'ours')], { save: 'a' })
    expect(await save([withLine(3, 'ours')], { save: 'a' })).toEqual(first)
    await save([withLine(30, 'theirs')])
    expect(await save([withLine(3, 'ours')], { save: 'a' })).toEqual(first)
    expect(await (await database()).revision.count()).toBe(3)
  })

  it('answers a merged save that is sent again the same', async () => {
    await save([withLine(3, 'theirs')])
    const first = await save([withLine(30, 'ours')], { save: 'a' })
    expect(await save([withLine(30, 'ours')], { save: 'a' })).toEqual(first)
  })

  it('takes other work under the same name as another save', async () => {
    await save([withLine(3, 'one')], { save: 'a' })
    expect(await save([withLine(30, 'two')], { save: 'a' })).toMatchObject({ ok: true, merged: true })
    expect(await (await database()).revision.count()).toBe(3)
  })

  it('does one of two equal saves that come at once', async () => {
    const answers = await Promise.all([
      save([withLine(3, 'ours')], { save: 'a' }),
      save([withLine(3, 'ours')], { save: 'a' }),
    ])
    expect(answers[0]).toEqual(answers[1])
    expect(await (await database()).revision.count()).toBe(2)
  })

  it('keeps all of 20 disjoint edits that come at once', async () => {
    const answers = await Promise.all(
      lines.slice(0, 20).map((_, index) => save([withLine(2 * index, `edit ${index}`)])),
    )
    expect(answers.filter((answer) => !answer.ok)).toEqual([])
    const text = (await load()).files.get('notes.md')
    expect(text).toBe(lines.map((line, at) => (at % 2 === 0 ? `edit ${at / 2}\n` : line)).join(''))
    expect(await (await database()).revision.count()).toBe(21)
  })

  it('saves one of 20 overlapping edits that come at once, and refuses 19', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => save([withLine(5, `edit ${index}`)])))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'conflict')).toHaveLength(19)
    const winner = answers.findIndex((answer) => answer.ok)
    expect((await load()).files.get('notes.md')).toContain(`line 4\nedit ${winner}\nline 6\n`)
  })

  it('lets 20 projects with the same new files save at once', async () => {
    const projects = await Promise.all(Array.from({ length: 20 }, () => createProject(userId, start)))
    const same = Array.from({ length: 30 }, (_, index) => ({ path: `f${index}`, text: `same ${index}` }))
    const answers = await Promise.all(
      projects.map(async (made, index) => {
        if (!made.ok) throw new Error(made.reason)
        const loaded = await loadProject(made.id)
        return save(index % 2 ? same : [...same].reverse(), { projectId: made.id, base: loaded?.revision ?? '' })
      }),
    )
    expect(answers.every((answer) => answer.ok)).toBe(true)
  })

  it('refuses a base of another project, and a deleted project', async () => {
    const other = await createProject(userId, start)
    if (!other.ok) throw new Error(other.reason)
    expect(await save([], { projectId: other.id })).toEqual({ ok: false, reason: 'unknown-base' })
    expect(await loadProject(other.id, 'own', base)).toBeUndefined()
    await deleteProject(projectId, userId)
    expect(await save([withLine(1, 'late')])).toEqual({ ok: false, reason: 'gone' })
    expect(await loadProject(projectId)).toBeUndefined()
    expect(await listProjects(userId)).toHaveLength(1)
  })

  it('refuses more than 5,000 files and 50 MiB', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ path: `f${index}`, text: '' }))
    expect(await save(many)).toEqual({
      ok: false,
      reason: 'too-large',
      message: 'Remove files: a plugin holds 5000 at most, these are 5007.',
    })
    const big = { path: 'big', base64: Buffer.alloc(50 * 1024 * 1024).toString('base64') }
    expect(await save([big])).toMatchObject({ ok: false, reason: 'too-large' })
  })

  it('keeps the card up to date with the files', async () => {
    expect(await listProjects(userId)).toMatchObject([
      {
        id: projectId,
        author: 'ada',
        name: 'weather',
        version: '0.0.1',
        label: 'Weather',
        description: 'Forecasts',
        role: 'own',
        iconUrl: expect.stringContaining(`/api/projects/${projectId}/icon?v=`) as string,
        darkIconUrl: expect.stringContaining(`/api/projects/${projectId}/icon?theme=dark&v=`) as string,
      },
    ])
    await save([
      { path: 'manifest.yaml', text: manifest.replace('Weather', '[broken').replace('icon.svg', 'none.svg') },
    ])
    expect(await listProjects(userId)).toMatchObject([{ label: 'Untitled plugin', name: '', counts: [] }])
  })

  it('has an icon for the dark theme where the manifest names one, else the other', async () => {
    expect((await loadIcon(projectId, true))?.path).toBe((await loadIcon(projectId))?.path)
    await save([
      { path: 'manifest.yaml', text: `${manifest}icon_dark: night.svg\n` },
      { path: '_assets/night.svg', text: '<svg id="night" />' },
    ])
    expect(await loadIcon(projectId, true)).toMatchObject({ path: '_assets/night.svg', content: '<svg id="night" />' })
  })

  it('is judged as it is at a revision, and again after a save', async () => {
    const verdict = async () => {
      const [project] = await listProjects(userId)
      return verdictOf(projectId, project?.revision ?? '')
    }
    const before = await verdict()
    await save([{ path: 'manifest.yaml', text: 'name: [' }])
    const after = await verdict()
    expect(after?.errors).toBeGreaterThan(0)
    expect(after).not.toEqual(before)
    expect(await verdictOf(projectId, 'none')).toBeUndefined()
  })

  it('stores equal contents once', async () => {
    const before = await (await database()).blob.count()
    await save([
      { path: 'copy.md', text: lines.join('') },
      { path: 'again.md', text: lines.join('') },
    ])
    expect(await (await database()).blob.count()).toBe(before)
  })
})
