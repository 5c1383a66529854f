import { beforeEach, expect, it, vi } from 'vitest'
import { createGuest } from '../accounts'
import { database } from '../database'
import { createProject, loadProject } from '../projects'
import { saveRevision } from '../save'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { listThreads } from './list-threads'
import { seeMentions, unseenMentions } from './mentions'
import { answerThread, changeComment, removeComment, resolveThread, startThread } from './write-comments'

const tool = `parameters:
  - name: city
    label: { en_US: City }
  - name: days
    label: { en_US: Days }
`
const python = 'def one():\n    return 1\n\n\ndef two():\n    return 2\n'

describeOnDatabases('comments', () => {
  let projectId: string
  let revision: string
  let ada: string
  let ben: string

  beforeEach(async () => {
    await emptyDatabase()
    ada = (await createGuest()).id
    ben = (await createGuest()).id
    const made = await createProject(
      ada,
      new Map<string, string | Uint8Array>([
        ['tool.yaml', tool],
        ['tool.py', python],
        ['icon.png', new Uint8Array([0x89, 0, 1])],
      ]),
    )
    if (!made.ok) throw new Error(made.reason)
    projectId = made.id
    revision = (await loadProject(projectId))?.revision ?? ''
    await (await database()).member.create({ data: { projectId, userId: ben, role: 'comment' } })
  })

  const field = (...path: (string | number)[]) => ({
    file: 'tool.yaml',
    revision,
    place: { field: path },
    text: 'Why?',
  })
  const lines = (line: number, count: number) => ({
    file: 'tool.py',
    revision,
    place: { line, lines: count },
    text: 'Why?',
  })
  const threads = async () => (await listThreads(projectId))?.threads ?? []

  async function save(path: string, text: string | undefined, more: { path: string; text: string }[] = []) {
    const base = (await loadProject(projectId))?.revision ?? ''
    const changes = [text === undefined ? { path, removed: true as const } : { path, text }, ...more]
    const saved = await saveRevision({ projectId, userId: ada, base, changes })
    if (!saved.ok) throw new Error(saved.reason)
  }

  it('stand at their field and their lines, whoever writes around them', async () => {
    await startThread(projectId, ben, field('parameters', 1, 'label'))
    await startThread(projectId, ben, lines(5, 2))
    expect(await threads()).toMatchObject([
      {
        file: 'tool.yaml',
        place: { line: 5, lines: 1 },
        quote: '    label: { en_US: Days }\n',
        comments: [{ author: { id: ben }, text: 'Why?' }],
      },
      { file: 'tool.py', place: { line: 5, lines: 2 } },
    ])
    await save('tool.yaml', tool.replace('parameters:\n', 'parameters:\n  - name: unit\n'))
    await save('tool.py', `# first\n${python.replace('return 2', 'return 3')}`)
    expect((await threads()).map(({ place }) => place)).toEqual([
      { field: ['parameters', 2, 'label'], line: 6, lines: 1, changed: false },
      { line: 6, lines: 2, changed: true },
    ])
  })

  it('keep their words where the place is gone, and follow a file that is renamed', async () => {
    await startThread(projectId, ben, field('parameters', 1, 'label'))
    await startThread(projectId, ben, lines(5, 2))
    await save('tool.yaml', 'parameters: []\n')
    await save('tool.py', undefined, [{ path: 'tools/other.py', text: python.replace('return 1', 'return 0') }])
    expect(await threads()).toMatchObject([
      { file: 'tool.yaml', place: undefined, quote: '    label: { en_US: Days }\n' },
      { file: 'tools/other.py', place: { line: 5, lines: 2, changed: false } },
    ])
  })

  it.each([
    ['a field that is not there', () => field('parameters', 7)],
    ['lines beyond the end', () => lines(6, 2)],
    ['a file that is not there', () => ({ ...lines(1, 1), file: 'none.py' })],
    ['a picture', () => ({ ...lines(1, 1), file: 'icon.png' })],
    ['a revision of another project', () => ({ ...lines(1, 1), revision: 'none' })],
  ])('cannot be said of %s', async (_what, thread) => {
    expect(await startThread(projectId, ben, thread())).toBeUndefined()
    expect(await threads()).toEqual([])
  })

  it('are read with few questions, however many there are', async () => {
    const more = Array.from({ length: 30 }, (_, index) => ({ path: `more/${index}.py`, text: `${python}# ${index}\n` }))
    await save('tool.py', python, more)
    const { revision: now = '' } = (await loadProject(projectId)) ?? {}
    for (const { path } of more) await startThread(projectId, ben, { ...lines(1, 1), file: path, revision: now })
    vi.resetModules() // as a process that has not read them
    const { listThreads: list } = await import('./list-threads')
    const asked = vi.spyOn(await database(), '$queryRaw')
    expect((await list(projectId))?.threads.map(({ file }) => file)).toEqual(more.map(({ path }) => path))
    expect(asked.mock.calls.length).toBeLessThan(5)
    asked.mockRestore()
  })

  it('are answered, closed and opened by the next answer', async () => {
    const id = (await startThread(projectId, ben, lines(1, 1))) ?? ''
    await resolveThread(projectId, ada, id, true)
    expect(await threads()).toMatchObject([{ resolved: { by: 'Guest' } }])
    await answerThread(projectId, ada, id, { text: 'Because.' })
    const [thread] = await threads()
    expect(thread?.resolved).toBeUndefined()
    expect(thread?.comments.map(({ text }) => text)).toEqual(['Why?', 'Because.'])
    expect(await answerThread('other', ada, id, { text: 'x' })).toBeUndefined()
    expect(await resolveThread('other', ada, id, true)).toBe(false)
  })

  it('are changed by whoever wrote them, and removed by an owner too; the thread goes with the last', async () => {
    const id = (await startThread(projectId, ben, lines(1, 1))) ?? ''
    const answer = (await answerThread(projectId, ada, id, { text: 'Because.' })) ?? ''
    const first = (await threads())[0]?.comments[0]?.id ?? ''
    expect(await changeComment(projectId, ben, answer, { text: 'No.' })).toBe(false)
    expect(await changeComment(projectId, ada, answer, { text: 'Just so.' })).toBe(true)
    expect((await threads())[0]?.comments[1]).toMatchObject({
      text: 'Just so.',
      editedAt: expect.any(String) as string,
    })
    expect(await removeComment(projectId, { userId: ben, owner: false }, answer)).toBe(false)
    expect(await removeComment(projectId, { userId: ada, owner: true }, first)).toBe(true)
    expect(await removeComment(projectId, { userId: ada, owner: false }, answer)).toBe(true)
    expect(await threads()).toEqual([])
    // an owner's hand in the words of others is written down; one's own is not
    const deeds = await (await database()).auditEntry.findMany({ where: { action: 'comment.remove' } })
    expect(deeds).toMatchObject([{ userId: ada, projectId, detail: { member: 'Guest' } }])
  })

  it('are not lost with the one they answer, which is removed at the same moment', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const id = (await startThread(projectId, ben, lines(1, 1))) ?? ''
      const { id: first } = await (await database()).comment.findFirstOrThrow({ where: { threadId: id } })
      const [answer] = await Promise.all([
        answerThread(projectId, ada, id, { text: 'Because.' }),
        removeComment(projectId, { userId: ben, owner: false }, first),
      ])
      const left = await (await database()).comment.findMany({ where: { threadId: id } })
      expect(left.map((comment) => comment.id)).toEqual(answer === undefined ? [] : [answer])
    }
  })

  it('name people who may see the project, until they have looked', async () => {
    const stranger = (await createGuest()).id
    await startThread(projectId, ada, { ...lines(1, 1), mentions: [ben, stranger, ada, ben] })
    expect(await unseenMentions(stranger)).toEqual([])
    expect(await unseenMentions(ada)).toEqual([])
    expect(await unseenMentions(ben)).toMatchObject([{ projectId, text: 'Why?', author: 'Guest' }])
    await seeMentions(ben, projectId)
    expect(await unseenMentions(ben)).toEqual([])
  })

  it('do not tell somebody of a project that is not shared any more', async () => {
    await startThread(projectId, ada, { ...lines(1, 1), mentions: [ben] })
    await (await database()).member.deleteMany({ where: { userId: ben } })
    expect(await unseenMentions(ben)).toEqual([])
  })
})
