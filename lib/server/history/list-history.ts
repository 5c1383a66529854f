import 'server-only'
import { groupRevisions, type RevisionMark } from '@/lib/plugin/history/group-revisions'
import { summaryOf, type Summary } from '@/lib/plugin/history/summary'
import { database, type Transaction } from '../database'
import { treeFromJson } from '../tree'
import { pairChanges } from './pair-changes'
import { restoredOf, type Restores } from './restore-message'

/** One saved state. Times are ISO 8601. */
export interface HistoryRevision {
  id: string
  time: string
  name?: string
  restored?: Restores & { time?: string }
}

/** A package that was downloaded of a revision. */
export interface DownloadedPackage {
  revision: string
  time: string
  by?: string
  fileName: string
  size: number
  sha256: string
  checksum: string
}

/** One sitting of one author: its revisions, newest first, and what they changed together. */
export interface HistoryGroup extends Summary {
  /** The revision before it; none where the project began. */
  from?: string
  author?: string
  revisions: HistoryRevision[]
  packages: DownloadedPackage[]
}

export interface HistoryPage {
  head: string
  groups: HistoryGroup[]
  /** Asks for the next page; none where the history ends. */
  next?: string
}

const MOST_ROWS = 300
const MOST_GROUPS = 20

/** A page of the history, newest first. `cursor` is `next` of the page before. Undefined where there is no such project. */
export async function listHistory(projectId: string, cursor?: string): Promise<HistoryPage | undefined> {
  const prisma = await database()
  const project = await prisma.project.findUnique({ where: { id: projectId }, select: { headId: true } })
  if (!project?.headId) return undefined
  const rows = await rowsOf(prisma, projectId, cursor)
  const shown = rows.slice(0, MOST_ROWS)
  const all = groupRevisions(shown)
  // the last group may go on behind the rows that were read
  const whole = rows.length > MOST_ROWS && all.length > 1 ? all.slice(0, -1) : all
  const groups = whole.slice(0, MOST_GROUPS)
  const last = groups.at(-1)?.at(-1)
  const ends = groups.flat().length === rows.length
  return {
    head: project.headId,
    groups: await tellGroups(prisma, projectId, groups),
    ...(ends || !last ? {} : { next: `${last.createdAt.getTime()}_${last.id}` }),
  }
}

type Row = RevisionMark & Awaited<ReturnType<typeof rowsOf>>[number]

async function rowsOf(tx: Transaction, projectId: string, cursor: string | undefined) {
  const [, time, id] = /^(\d{1,14})_([\w-]{1,100})$/.exec(cursor ?? '') ?? []
  const before = new Date(Number(time))
  const rows = await tx.revision.findMany({
    where: {
      projectId,
      ...(id === undefined ? {} : { OR: [{ createdAt: { lt: before } }, { createdAt: before, id: { lt: id } }] }),
    },
    select: { id: true, parentId: true, authorId: true, createdAt: true, message: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_ROWS + 1,
  })
  const names = await tx.versionName.findMany({
    where: { projectId, revisionId: { in: rows.map((row) => row.id) } },
    select: { revisionId: true, name: true },
  })
  const nameOf = new Map(names.map(({ revisionId, name }) => [revisionId, name]))
  return rows.map((row) => {
    const restored = restoredOf(row.message)
    const name = nameOf.get(row.id)
    const mark = {
      time: row.createdAt.getTime(),
      named: name !== undefined,
      alone: restored !== undefined || row.parentId === null,
    }
    return { ...row, ...mark, name, restores: restored }
  })
}

async function tellGroups(tx: Transaction, projectId: string, groups: Row[][]): Promise<HistoryGroup[]> {
  const rows = groups.flat()
  const authors = await tx.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ authorId }) => authorId ?? []))] } },
    select: { id: true, name: true },
  })
  const authorNames = new Map(authors.map(({ id, name }) => [id, name]))
  const packages = await packagesOf(
    tx,
    projectId,
    rows.map(({ id }) => id),
  )
  const restored = await tx.revision.findMany({
    where: { projectId, id: { in: rows.flatMap(({ restores }) => restores?.revision ?? []) } },
    select: { id: true, createdAt: true },
  })
  const times = new Map(restored.map(({ id, createdAt }) => [id, createdAt.toISOString()]))
  const ends = groups.map((group) => ({ from: startOf(group), to: group[0]?.id }))
  const trees = await tx.revision.findMany({
    where: { projectId, id: { in: ends.flatMap(({ from, to }) => [...(from ? [from] : []), ...(to ? [to] : [])]) } },
    select: { id: true, tree: true },
  })
  const sides = new Map(trees.map(({ id, tree }) => [id, { id, tree: treeFromJson(tree) }]))
  const told: HistoryGroup[] = []
  for (const [index, group] of groups.entries()) {
    const { from, to } = ends[index] ?? {}
    const [before, after] = [sides.get(from ?? ''), sides.get(to ?? '')]
    const author = authorNames.get(group[0]?.authorId ?? '')
    const ids = new Set(group.map(({ id }) => id))
    told.push({
      ...(before ? { from: before.id } : {}),
      ...(author === undefined ? {} : { author }),
      revisions: group.map(({ id, createdAt, name, restores }) => ({
        id,
        time: createdAt.toISOString(),
        ...(name === undefined ? {} : { name }),
        ...(restores ? { restored: { ...restores, time: times.get(restores.revision) } } : {}),
      })),
      packages: packages.filter(({ revision }) => ids.has(revision)),
      ...(before && after ? summaryOf(await pairChanges(tx, before, after)) : began(after?.tree.size ?? 0)),
    })
  }
  return told
}

/** The revision that a group began with: the one parent that is none of its own. */
function startOf(group: readonly Row[]): string | undefined {
  const own = new Set(group.map(({ id }) => id))
  const parents = group.map(({ parentId }) => parentId).filter((id) => id === null || !own.has(id))
  return parents.at(-1) ?? undefined
}

function began(files: number): Summary {
  return { words: [`plugin with ${files === 1 ? '1 file' : `${files} files`}`], more: 0 }
}

async function packagesOf(
  tx: Transaction,
  projectId: string,
  revisions: readonly string[],
): Promise<DownloadedPackage[]> {
  const rows = await tx.packageRecord.findMany({
    where: { projectId, revisionId: { in: [...revisions] } },
    include: { user: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 500,
  })
  return rows.map((row) => ({
    revision: row.revisionId,
    time: row.createdAt.toISOString(),
    ...(row.user ? { by: row.user.name } : {}),
    fileName: row.fileName,
    size: row.size,
    sha256: row.sha256,
    checksum: row.checksum,
  }))
}
