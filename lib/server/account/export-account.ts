import 'server-only'
import { Readable } from 'node:stream'
import type { User } from '@/lib/generated/prisma/client'
import { diskName } from '@/lib/plugin/package/package-name'
import { database } from '../database'
import { listProjects } from '../list-projects'
import { listDeleted } from '../projects'
import { DAYS_KEPT } from '../remove-unused'
import { deletionOf } from './delete-account'
import { readmeOfExport } from './export-readme'
import { filesOfProject, historyOfProject, sizeOfHistory } from './export-project'
import { textOf, zipStream, type ZipEntry } from './zip-stream'

/**
 * Everything of an account in one zip, made as it is read: each plugin of its own or of its teams, also those that were deleted and can be
 * put back, as an archive of its files and one of its history; as JSON the profile, the comments and what it did. README.txt in it says
 * what is where. No password, no session, no token.
 */
export async function exportAccount(user: User): Promise<Readable> {
  const taken = new Set<string>()
  const plugins = await Promise.all(
    (await listProjects(user.id))
      .filter(({ by }) => by !== 'link')
      .map(async ({ id, label, author, name, version, role, team }) => {
        const place = `plugins/${freeName(diskName(name, version), taken)}`
        const about = { label, author, name, version, role, team: team?.name }
        return { id, place, about: { file: `${place}.zip`, ...about, ...(await historyAbout(id, place)) } }
      }),
  )
  const deleted = await Promise.all(
    (await listDeleted(user.id)).map(async ({ id, label, deletedAt }) => {
      const place = `deleted/${freeName(diskName(label, ''), taken)}`
      return { id, place, about: { file: `${place}.zip`, label, deletedAt, ...(await historyAbout(id, place)) } }
    }),
  )
  const json = (name: string, value: unknown): ZipEntry => ({
    name,
    read: () => textOf(`${JSON.stringify(value, null, 2)}\n`),
  })
  return zipStream([
    { name: 'README.txt', read: () => textOf(readmeOfExport(user.name, [...plugins, ...deleted], DAYS_KEPT)) },
    json('profile.json', {
      ...(await profileOf(user)),
      plugins: plugins.map(({ about }) => about),
      deleted: deleted.map(({ about }) => about),
      deletedWithTheAccount: await deletionOf(user.id),
    }),
    json('comments.json', await commentsOf(user)),
    json('activity.json', await deedsOf(user)),
    ...[...plugins, ...deleted].flatMap(({ id, place }) => [
      { name: `${place}.zip`, read: () => filesOfProject(id), packed: true },
      { name: `${place}.history.zip`, read: () => historyOfProject(id), packed: true },
    ]),
  ])
}

async function historyAbout(projectId: string, place: string) {
  return { history: `${place}.history.zip`, ...(await sizeOfHistory(projectId)) }
}

async function profileOf(user: User) {
  const prisma = await database()
  const teams = await prisma.teamMember.findMany({
    where: { userId: user.id },
    select: { role: true, createdAt: true, team: { select: { name: true } } },
  })
  return {
    name: user.name,
    email: user.email,
    guest: user.guest,
    signInWithGithub: user.githubId !== null,
    createdAt: user.createdAt,
    teams: teams.map(({ role, createdAt, team }) => ({ name: team.name, role, joinedAt: createdAt })),
  }
}

async function commentsOf(user: User) {
  const prisma = await database()
  const comments = await prisma.comment.findMany({
    where: { authorId: user.id },
    select: {
      text: true,
      createdAt: true,
      editedAt: true,
      thread: { select: { file: true, field: true, quote: true, project: { select: { label: true, name: true } } } },
    },
    orderBy: { createdAt: 'asc' },
  })
  return comments.map(({ thread: { project, ...place }, ...comment }) => ({
    plugin: project.label || project.name,
    ...place,
    ...comment,
  }))
}

async function deedsOf(user: User) {
  const prisma = await database()
  return prisma.auditEntry.findMany({
    where: { userId: user.id },
    select: { action: true, detail: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}-${count}`
  taken.add(name.toLowerCase())
  return name
}
