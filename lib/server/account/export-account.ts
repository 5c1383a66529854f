import 'server-only'
import JSZip from 'jszip'
import type { User } from '@/lib/generated/prisma/client'
import { zipFiles } from '@/lib/plugin/package/pack'
import { packageName } from '@/lib/plugin/package/package-name'
import { database } from '../database'
import { listProjects } from '../list-projects'
import { loadProject } from '../projects'
import { deletionOf } from './delete-account'

/**
 * Everything of an account in one zip: each plugin of its own or of its teams as an archive of its files, and as JSON the profile, the
 * comments and what it did. No password, no session, no token.
 */
export async function exportAccount(user: User): Promise<Uint8Array> {
  const prisma = await database()
  const zip = new JSZip()
  const add = (name: string, value: unknown) => zip.file(name, `${JSON.stringify(value, null, 2)}\n`)
  const projects = (await listProjects(user.id)).filter(({ by }) => by !== 'link')
  const taken = new Set<string>()
  const listed = []
  for (const { id, label, author, name, version, role, team } of projects) {
    const loaded = await loadProject(id)
    if (!loaded) continue
    const file = `plugins/${freeName(packageName(loaded.files), taken)}.zip`
    zip.file(file, await zipFiles(loaded.files), { compression: 'STORE' })
    listed.push({ file, label, author, name, version, role, team: team?.name })
  }
  const teams = await prisma.teamMember.findMany({
    where: { userId: user.id },
    select: { role: true, createdAt: true, team: { select: { name: true } } },
  })
  add('profile.json', {
    name: user.name,
    email: user.email,
    guest: user.guest,
    signInWithGithub: user.githubId !== null,
    createdAt: user.createdAt,
    teams: teams.map(({ role, createdAt, team }) => ({ name: team.name, role, joinedAt: createdAt })),
    plugins: listed,
    deletedWithTheAccount: await deletionOf(user.id),
  })
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
  add(
    'comments.json',
    comments.map(({ thread: { project, ...place }, ...comment }) => ({
      plugin: project.label || project.name,
      ...place,
      ...comment,
    })),
  )
  const deeds = await prisma.auditEntry.findMany({
    where: { userId: user.id },
    select: { action: true, detail: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
  add('activity.json', deeds)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}-${count}`
  taken.add(name.toLowerCase())
  return name
}
