import 'server-only'
import { Role } from '@/lib/generated/prisma/client'
import { limitProblem } from '@/lib/plugin/changes'
import { manifestPath, type FileContent, type Files } from '@/lib/plugin/files'
import { writeAudit } from './audit'
import { readBlob, readFiles, writeBlobs } from './blobs'
import { cardOf, countsSchema, darkIconOf, type Card } from './card'
import { database, type Transaction } from './database'
import { publish } from './events/events'
import { recallTree, rememberTree } from './recent-trees'
import { jsonFromTree, treeFromJson, treeOf, type Tree } from './tree'

/** A project as Home shows it. */
export interface ProjectCard {
  id: string
  author: string
  name: string
  version: string
  label: string
  description: string
  counts: { noun: string; count: number }[]
  /** Address of the icon; it changes with the icon. */
  iconUrl?: string
  /** Of the icon for the dark theme, or of the same where there is none; it changes with every save. */
  darkIconUrl?: string
  /** The revision that its files are. */
  revision?: string
  role: Role
  updatedAt: Date
}

export interface LoadedProject {
  project: ProjectCard
  /** The revision that these files are. */
  revision: string
  files: Files
}

/** A new project with these files, owned by this user. Answers a sentence where the files are too much. */
export async function createProject(
  userId: string,
  files: Files,
): Promise<{ ok: true; id: string } | { ok: false; reason: string }> {
  const reason = limitProblem(files)
  if (reason) return { ok: false, reason }
  const prisma = await database()
  const tree = treeOf(files)
  const id = await prisma.$transaction(async (tx) => {
    await writeBlobs(tx, files.values())
    const card = cardColumns(cardOf(files), tree)
    const project = await tx.project.create({ data: { ...card, members: { create: { userId, role: 'own' } } } })
    const revision = await tx.revision.create({
      data: { projectId: project.id, authorId: userId, tree: jsonFromTree(tree) },
    })
    await tx.project.update({ where: { id: project.id }, data: { headId: revision.id } })
    const name = card.label || card.name
    await writeAudit(tx, { userId, projectId: project.id, action: 'project.make', detail: { name } })
    return project.id
  })
  return { ok: true, id }
}

/** A project with its files, as they are now or were at a revision. Undefined where there is no such project or revision. */
export async function loadProject(
  projectId: string,
  role: Role = 'view',
  revisionId?: string,
): Promise<LoadedProject | undefined> {
  const prisma = await database()
  const project = await prisma.project.findUnique({ where: { id: projectId, deletedAt: null } })
  const id = revisionId ?? project?.headId
  if (!project || !id) return undefined
  const tree = await treeOfRevision(prisma, projectId, id)
  return tree && { project: cardFromRow(project, role), revision: id, files: await readFiles(prisma, tree) }
}

/** The tree of a revision; undefined when the project has no such revision. */
export async function treeOfRevision(
  tx: Transaction,
  projectId: string,
  revisionId: string,
): Promise<Tree | undefined> {
  const known = recallTree(projectId, revisionId)
  if (known) return known
  const revision = await tx.revision.findUnique({ where: { id: revisionId, projectId }, select: { tree: true } })
  if (!revision) return undefined
  const tree = treeFromJson(revision.tree)
  rememberTree(projectId, revisionId, tree)
  return tree
}

/** The icon that the card shows; `dark`: the one for the dark theme, where the plugin has one. */
export async function loadIcon(
  projectId: string,
  dark = false,
): Promise<{ id: string; path: string; content: FileContent } | undefined> {
  const prisma = await database()
  const project = await prisma.project.findUnique({
    where: { id: projectId, deletedAt: null },
    select: { iconBlobId: true, iconPath: true, headId: true },
  })
  const own = dark && project?.headId ? await darkIconIn(prisma, projectId, project.headId) : undefined
  if (own) return own
  if (!project?.iconBlobId || !project.iconPath) return undefined
  return { id: project.iconBlobId, path: project.iconPath, content: await readBlob(prisma, project.iconBlobId) }
}

async function darkIconIn(prisma: Transaction, projectId: string, revision: string) {
  const tree = await treeOfRevision(prisma, projectId, revision)
  const manifest = tree?.get(manifestPath)
  if (!tree || !manifest) return undefined
  const text = await readBlob(prisma, manifest.blobId)
  const path = typeof text === 'string' ? darkIconOf(text) : undefined
  const id = path === undefined ? undefined : tree.get(path)?.blobId
  return path !== undefined && id !== undefined ? { id, path, content: await readBlob(prisma, id) } : undefined
}

/** Takes a project out of every list. Its revisions stay for as long as it can be put back (remove-unused.ts). */
export async function deleteProject(projectId: string, userId: string): Promise<void> {
  const prisma = await database()
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, deletedAt: null },
      data: { deletedAt: new Date() },
    })
    if (count > 0) await writeAudit(tx, { userId, projectId, action: 'project.delete' })
  })
  await publish({ kind: 'project', projectId })
}

/** Puts a deleted project back. False unless this user owns it and it was deleted. */
export async function restoreProject(userId: string, projectId: string): Promise<boolean> {
  const prisma = await database()
  const restored = await prisma.$transaction(async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, ...restorable(userId) },
      data: { deletedAt: null },
    })
    if (count > 0) await writeAudit(tx, { userId, projectId, action: 'project.restore' })
    return count > 0
  })
  if (restored) await publish({ kind: 'project', projectId })
  return restored
}

/** The deleted projects that this user can put back, the one deleted last first. */
export async function listDeleted(userId: string): Promise<DeletedProject[]> {
  const prisma = await database()
  const found = await prisma.project.findMany({
    where: restorable(userId),
    select: { id: true, label: true, name: true, deletedAt: true },
    orderBy: { deletedAt: 'desc' },
  })
  return found.flatMap(({ id, label, name, deletedAt }) => (deletedAt ? [{ id, label: label || name, deletedAt }] : []))
}

export interface DeletedProject {
  id: string
  label: string
  deletedAt: Date
}

/** Owned by this user, deleted and not emptied yet. */
const restorable = (userId: string) => ({
  deletedAt: { not: null },
  headId: { not: null },
  OR: [{ members: { some: { userId, role: Role.own } } }, { team: { members: { some: { userId, role: Role.own } } } }],
})

/** What a project's row keeps of its card. */
export function cardColumns(card: Card, tree: Tree) {
  const { iconPath = null, ...rest } = card
  return { ...rest, iconPath, iconBlobId: iconPath === null ? null : (tree.get(iconPath)?.blobId ?? null) }
}

interface CardRow extends Omit<Card, 'counts' | 'iconPath'> {
  id: string
  headId: string | null
  counts: unknown
  iconBlobId: string | null
  updatedAt: Date
}

/** A project as a card shows it. */
export function cardFromRow(row: CardRow, role: Role): ProjectCard {
  const { id, author, name, version, label, description, updatedAt } = row
  const icon = `/api/projects/${id}/icon`
  return {
    id,
    author,
    name,
    version,
    label,
    description,
    counts: countsSchema.parse(row.counts),
    ...(row.iconBlobId
      ? { iconUrl: `${icon}?v=${row.iconBlobId.slice(0, 16)}`, darkIconUrl: `${icon}?theme=dark&v=${row.headId}` }
      : {}),
    revision: row.headId ?? undefined,
    role,
    updatedAt,
  }
}
