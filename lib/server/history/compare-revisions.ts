import 'server-only'
import { manifestPath, type FileContent } from '@/lib/plugin/files'
import type { FileChange } from '@/lib/plugin/history/file-changes'
import {
  packageContents,
  packageDifference,
  type PackageContents,
  type PackageDifference,
} from '@/lib/plugin/history/package-contents'
import { ignoreFiles } from '@/lib/plugin/package/ignore'
import { readFiles } from '../blobs'
import { database, type Transaction } from '../database'
import { treeFromJson, type Tree } from '../tree'
import { pairChanges, type Side } from './pair-changes'

export interface ComparedSide {
  id: string
  /** ISO 8601. */
  time: string
  author?: string
  name?: string
  /** The revision before it. */
  parent?: string
}

export interface Comparison {
  from: ComparedSide
  to: ComparedSide
  files: readonly FileChange[]
  package: PackageDifference
}

/** Two revisions of a project side by side, by fields and as packages; without `from` the one before `to`. Undefined unless it has both. */
export async function compareRevisions(
  projectId: string,
  from: string | undefined,
  to: string,
): Promise<Comparison | undefined> {
  const prisma = await database()
  const after = await sideOf(prisma, projectId, to)
  const before = after && (await sideOf(prisma, projectId, from ?? after.about.parent ?? to))
  if (!before || !after) return undefined
  return {
    from: before.about,
    to: after.about,
    files: await pairChanges(prisma, before, after),
    package: packageDifference(await contentsOf(prisma, before.tree), await contentsOf(prisma, after.tree)),
  }
}

/** One file in two revisions; null where it is not there. Undefined unless the project has both. */
export async function compareFile(
  projectId: string,
  { from, to, path, was = path }: { from: string; to: string; path: string; was?: string },
): Promise<{ before: FileContent | null; after: FileContent | null } | undefined> {
  const prisma = await database()
  const [before, after] = [await sideOf(prisma, projectId, from), await sideOf(prisma, projectId, to)]
  if (!before || !after) return undefined
  const [old, now] = [await readFiles(prisma, before.tree, [was]), await readFiles(prisma, after.tree, [path])]
  return { before: old.get(was) ?? null, after: now.get(path) ?? null }
}

/** A revision with who made it; undefined where the project has none of this id. */
export async function sideOf(
  tx: Transaction,
  projectId: string,
  id: string,
): Promise<(Side & { about: ComparedSide }) | undefined> {
  const row = await tx.revision.findUnique({ where: { id, projectId }, select: { ...aboutColumns, tree: true } })
  return row ? { id, tree: treeFromJson(row.tree), about: aboutOf(row) } : undefined
}

/** Who made these revisions, and when, by their ids; without their trees, so of thousands at once. */
export async function aboutRevisions(
  tx: Transaction,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, ComparedSide>> {
  const rows = await tx.revision.findMany({ where: { id: { in: [...ids] }, projectId }, select: aboutColumns })
  return new Map(rows.map((row) => [row.id, aboutOf(row)]))
}

const aboutColumns = {
  id: true,
  parentId: true,
  createdAt: true,
  author: { select: { name: true } },
  name: { select: { name: true } },
} as const

interface AboutRow {
  id: string
  parentId: string | null
  createdAt: Date
  author: { name: string } | null
  name: { name: string } | null
}

function aboutOf({ id, parentId, createdAt, author, name }: AboutRow): ComparedSide {
  return {
    id,
    time: createdAt.toISOString(),
    ...(author ? { author: author.name } : {}),
    ...(name ? { name: name.name } : {}),
    ...(parentId ? { parent: parentId } : {}),
  }
}

/** What would be packed of a tree: told by its hashes, only manifest and ignore file are read. */
export async function contentsOf(tx: Transaction, tree: Tree): Promise<PackageContents> {
  const marks = new Map([...tree].map(([path, { blobId, size }]) => [path, { hash: blobId, size }]))
  return packageContents(marks, await readFiles(tx, tree, [manifestPath, ...ignoreFiles]))
}
