import 'server-only'
import { z } from 'zod'
import { bytesOf } from '@/lib/plugin/files'
import { zipFiles } from '@/lib/plugin/package/pack'
import { readBlob, readFiles } from '../blobs'
import { database } from '../database'
import { treeOfRevision } from '../projects'
import { differing, treeFromJson, type Tree } from '../tree'
import { textOf, zipStream } from './zip-stream'

/** So many versions are read at once. */
const AT_ONCE = 200

const counted = z.tuple([z.object({ bytes: z.coerce.number() })])

/** How many versions a project has, how many packages were taken of it, and the bytes of all contents that it ever had. */
export async function sizeOfHistory(projectId: string) {
  const prisma = await database()
  const of = { where: { projectId } }
  const [{ bytes }] = counted.parse(
    await prisma.$queryRaw`
      SELECT COALESCE(SUM(size), 0)::text AS bytes FROM "ProjectBlob" JOIN "Blob" ON id = "blobId"
      WHERE "projectId" = ${projectId}`,
  )
  return { versions: await prisma.revision.count(of), packages: await prisma.packageRecord.count(of), bytes }
}

/** The zip of a project's files as they are, also of one that was deleted and can be put back. */
export async function* filesOfProject(projectId: string): AsyncGenerator<Uint8Array> {
  const prisma = await database()
  const project = await prisma.project.findUnique({ where: { id: projectId }, select: { headId: true } })
  const tree = project?.headId ? await treeOfRevision(prisma, projectId, project.headId) : undefined
  yield await zipFiles(tree ? await readFiles(prisma, tree) : new Map())
}

/**
 * The zip of a project's history: `versions.jsonl`, one version a line, the oldest first, with what became of each file since the line
 * before; `packages.json`; and each content that a file ever had under its SHA-256 in `contents/`.
 */
export async function* historyOfProject(projectId: string): AsyncGenerator<Uint8Array> {
  const prisma = await database()
  const blobs = await prisma.projectBlob.findMany({
    where: { projectId },
    select: { blobId: true },
    orderBy: { blobId: 'asc' },
  })
  yield* zipStream([
    { name: 'versions.jsonl', read: () => versionsOf(projectId) },
    { name: 'packages.json', read: () => packagesOf(projectId) },
    ...blobs.map(({ blobId }) => ({ name: `contents/${blobId}`, read: () => contentOf(blobId) })),
  ])
}

async function* versionsOf(projectId: string): AsyncGenerator<Uint8Array> {
  const prisma = await database()
  let before: Tree = new Map()
  let last: string | undefined
  for (;;) {
    const rows = await prisma.revision.findMany({
      where: { projectId },
      select: {
        id: true,
        createdAt: true,
        message: true,
        tree: true,
        author: { select: { name: true } },
        name: { select: { name: true, namedBy: { select: { name: true } } } },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: AT_ONCE,
      ...(last === undefined ? {} : { cursor: { id: last }, skip: 1 }),
    })
    for (const { id, createdAt, message, author, name, tree: json } of rows) {
      const tree = treeFromJson(json)
      const changed = differing(before, tree).map((path) => [path, tree.get(path)?.blobId ?? null])
      const named = name ? { name: name.name, namedBy: name.namedBy?.name } : {}
      const line = { version: id, at: createdAt, by: author?.name, ...named, message: message ?? undefined, changed }
      yield Buffer.from(`${JSON.stringify(line)}\n`)
      before = tree
    }
    last = rows.at(-1)?.id
    if (rows.length < AT_ONCE) return
  }
}

async function* packagesOf(projectId: string): AsyncGenerator<Uint8Array> {
  const prisma = await database()
  const records = await prisma.packageRecord.findMany({
    where: { projectId },
    select: {
      revisionId: true,
      createdAt: true,
      fileName: true,
      size: true,
      sha256: true,
      checksum: true,
      user: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const told = records.map(({ revisionId, createdAt, user, ...record }) => ({
    version: revisionId,
    at: createdAt,
    by: user?.name,
    ...record,
  }))
  yield* textOf(`${JSON.stringify(told, null, 2)}\n`)
}

async function* contentOf(blobId: string): AsyncGenerator<Uint8Array> {
  yield bytesOf(await readBlob(await database(), blobId))
}
