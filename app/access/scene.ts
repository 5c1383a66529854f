import { database } from '@/lib/server/database'
import { startThread } from '@/lib/server/comments/write-comments'
import { createProject, deleteProject, loadProject } from '@/lib/server/projects'
import { startFlow, startInput } from '@/lib/server/oauth/start-flow'
import { createLink, linkInput } from '@/lib/server/share/links'
import { emptyDatabase } from '@/lib/server/test-database'
import { callers, isGuest, type Caller } from './callers'
import { ownersTab } from './route-table'
import { keepTables, putBackTables, tableContents, type Contents } from './table-contents'

/** What there is to ask for, by its ids. Everything in it is the owner's. */
export interface Scene {
  projectId: string
  revision: string
  /** A project with the same people, in nobody's list any more. */
  deletedId: string
  flowId: string
  threadId: string
  commentId: string
  /** Another browser of the owner. */
  sessionId: string
  /** The team that has the project, somebody in it, and an open invitation to it. */
  teamId: string
  memberId: string
  invitationId: string
  /** A link that nobody came by, and its token. */
  linkId: string
  token: string
}

export interface MadeScene {
  ids: Scene
  /** The session of each caller, by name. */
  sessions: ReadonlyMap<string, string>
  /** What every table holds. */
  contents: Contents
  /** Makes all of it as it was; `now` is what the tables hold. */
  putBack: (now: Contents) => Promise<void>
}

const files = new Map([
  ['manifest.yaml', 'name: a\nicon: i.svg\n'],
  ['_assets/i.svg', '<svg/>'],
])

/** Empties the database and makes one project that each caller has to do with as callers.ts says. */
export async function makeScene(): Promise<MadeScene> {
  const prisma = await emptyDatabase()
  const people = callers.filter(({ by }) => by !== 'visitor')
  await prisma.user.createMany({ data: people.map((one) => ({ id: one.name, name: one.name, guest: isGuest(one) })) })
  await prisma.user.create({ data: { id: 'another owner', name: 'another owner' } })
  await prisma.session.createMany({
    data: [...people.map(({ name }) => ({ id: `session of ${name}`, userId: name })), elsewhere],
  })
  const projectId = await makeProject()
  const deletedId = await makeProject()
  await deleteProject(deletedId, owner)
  await prisma.presence.create({ data: { id: ownersTab, projectId, userId: owner } })
  const revision = (await loadProject(projectId))?.revision ?? ''
  const threadId = (await startThread(projectId, owner, thread(revision))) ?? ''
  const { id: commentId } = await prisma.comment.findFirstOrThrow({ where: { threadId } })
  await prisma.mention.create({ data: { commentId, userId: owner } })
  const invited = await makeInvitation(projectId)
  const link = await createLink(owner, projectId, linkInput.parse({ role: 'view' }))
  if (!link.ok) throw new Error(link.reason)
  const ids = {
    linkId: link.id,
    token: link.token,
    ...{ projectId, revision, deletedId, threadId, commentId, ...invited },
    memberId: 'a teammate who may view',
    flowId: await makeFlow(),
    sessionId: elsewhere.id,
  }
  await keepTables()
  const contents = await tableContents()
  return {
    ids,
    sessions: new Map(people.map(({ name }) => [name, `session of ${name}`])),
    contents,
    // what was counted for limits goes too: no test has to do with what was asked before it
    putBack: (now) =>
      putBackTables(['RateCount', ...Object.keys(contents).filter((name) => now[name] !== contents[name])]),
  }

  async function makeProject(): Promise<string> {
    const made = await createProject(owner, files)
    if (!made.ok) throw new Error(made.reason)
    const projectId = made.id
    const through = (way: Caller['by']) =>
      callers.flatMap(({ name, by, role }) => (by === way && role ? [{ userId: name, role }] : []))
    const members = through('own').filter(({ userId }) => userId !== owner)
    await prisma.member.createMany({ data: members.map((member) => ({ ...member, projectId })) })
    // a second owner, so that the first can leave
    const people = [...through('team'), { userId: 'another owner', role: 'own' as const }]
    const team = { name: 'Team', members: { create: people } }
    await prisma.project.update({ where: { id: projectId }, data: { team: { create: team } } })
    const links = callers.filter(({ name }) => name.startsWith('a guest'))
    for (const { name, role = 'edit', download = true } of links) {
      const end = {
        revokedAt: name.endsWith('revoked') ? new Date() : undefined,
        expiresAt: name.endsWith('expired') ? new Date(Date.now() - 1000) : undefined,
      }
      const grants = { create: { userId: name } }
      await prisma.shareLink.create({
        data: { projectId, tokenHash: `${projectId} ${name}`, role, download, ...end, grants },
      })
    }
    return projectId
  }
}

const owner = 'the owner'
const elsewhere = { id: 'session elsewhere', userId: owner }

const thread = (revision: string) => ({
  file: 'manifest.yaml',
  revision,
  place: { line: 1, lines: 1 },
  text: 'A better name?',
})

/** An open invitation to the team that has the project. */
async function makeInvitation(projectId: string): Promise<{ teamId: string; invitationId: string }> {
  const prisma = await database()
  const { teamId } = await prisma.project.findUniqueOrThrow({ where: { id: projectId } })
  if (teamId === null) throw new Error('The project is in no team.')
  const expiresAt = new Date(Date.now() + 60_000)
  const made = await prisma.invitation.create({ data: { teamId, role: 'view', tokenHash: 'hash', expiresAt } })
  return { teamId, invitationId: made.id }
}

async function makeFlow(): Promise<string> {
  const started = await startFlow(
    { userId: owner, sessionId: `session of ${owner}` },
    'http://localhost:3000',
    startInput.parse({
      settings: { clientId: 'acme', authorizationUrl: 'https://id.example/authorize' },
      clientSecret: 'secret',
      callbackPath: '/oauth/callback',
    }),
  )
  if (!started.ok) throw new Error(started.reason)
  return started.id
}

/** The ids of things that are not there, for what is there. */
export function goneScene(scene: Scene): Scene {
  return {
    ...scene,
    projectId: 'nothing',
    deletedId: 'nothing',
    flowId: 'nothing',
    threadId: 'nothing',
    commentId: 'nothing',
    sessionId: 'nothing',
    teamId: 'nothing',
    invitationId: 'nothing',
    linkId: 'nothing',
  }
}
