import 'server-only'
import { array, number, string, union } from 'zod'
import { ALIKE, likeness } from '@/lib/plugin/likeness'
import { placeNow, type PlaceNow } from '@/lib/plugin/place-now'
import { readBlob, readFiles } from '../blobs'
import { database, type Transaction } from '../database'
import { treeOfRevision } from '../projects'
import type { Tree } from '../tree'

export interface ShownComment {
  id: string
  /** Absent where the account is gone. */
  author?: { id: string; name: string }
  text: string
  /** RFC 3339. */
  createdAt: string
  editedAt?: string
}

export interface ShownThread {
  id: string
  /** The file as it is called at the head. */
  file: string
  /** Where it is at the head; absent where that is gone. */
  place?: PlaceNow
  /** The lines as they were. */
  quote: string
  resolved?: { by?: string; at: string }
  comments: ShownComment[]
}

const fieldSchema = array(union([string(), number()]))
const by = { select: { id: true, name: true } }

/** All threads of a project, the oldest first, at their places in the head revision. */
export async function listThreads(
  projectId: string,
): Promise<{ revision: string; threads: ShownThread[] } | undefined> {
  const prisma = await database()
  const project = await prisma.project.findUnique({
    where: { id: projectId, deletedAt: null },
    select: { headId: true },
  })
  if (!project?.headId) return undefined
  const rows = await prisma.commentThread.findMany({
    where: { projectId },
    include: { resolvedBy: by, comments: { include: { author: by }, orderBy: { createdAt: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  })
  if (rows.length === 0) return { revision: project.headId, threads: [] }
  const head = (await treeOfRevision(prisma, projectId, project.headId)) ?? new Map()
  await readAtOnce(prisma, head, rows)
  const threads = await Promise.all(
    rows.map(async ({ id, quote, resolvedAt, resolvedBy, comments, ...row }): Promise<ShownThread> => {
      const file = await fileNow(prisma, head, row)
      return {
        id,
        file: file ?? row.file,
        place: file === undefined ? undefined : await placeIn(prisma, head, file, row),
        quote,
        resolved: resolvedAt ? { by: resolvedBy?.name, at: resolvedAt.toISOString() } : undefined,
        comments: comments.map((comment) => ({
          id: comment.id,
          author: comment.author ?? undefined,
          text: comment.text,
          createdAt: comment.createdAt.toISOString(),
          editedAt: comment.editedAt?.toISOString(),
        })),
      }
    }),
  )
  return { revision: project.headId, threads }
}

/** Reads what all threads stand in, then and now, with few questions: each by itself finds it remembered. */
async function readAtOnce(prisma: Transaction, head: Tree, rows: readonly { file: string; blobId: string }[]) {
  const then = rows.map(({ blobId }) => [blobId, { blobId, size: 64 * 1024 }] as const)
  const now = rows.flatMap(({ file }) => {
    const entry = head.get(file)
    return entry ? [[entry.blobId, entry] as const] : []
  })
  await readFiles(prisma, new Map([...then, ...now]))
}

interface Anchor {
  file: string
  blobId: string
  line: number
  lines: number
  field: unknown
}

async function placeIn(prisma: Transaction, head: Tree, file: string, row: Anchor): Promise<PlaceNow | undefined> {
  const [before, after] = [await readBlob(prisma, row.blobId), await readBlob(prisma, head.get(file)?.blobId ?? '')]
  if (typeof before !== 'string' || typeof after !== 'string') return undefined
  const { line, lines } = row
  const field = fieldSchema.safeParse(row.field).data
  return placeNow(before, after, { line, lines, ...(field && { field }) })
}

/** The file at the head: of its name, else the one of its ending that is most alike. */
async function fileNow(prisma: Transaction, head: Tree, { file, blobId }: Anchor): Promise<string | undefined> {
  if (head.has(file)) return file
  const ending = file.slice(file.lastIndexOf('.'))
  const before = await readBlob(prisma, blobId)
  const others = await Promise.all(
    [...head]
      .filter(([path]) => path.endsWith(ending))
      .map(async ([path, entry]) => ({ path, alike: likeness(before, await readBlob(prisma, entry.blobId)) })),
  )
  const [best] = others.sort((one, two) => two.alike - one.alike)
  return best && best.alike >= ALIKE ? best.path : undefined
}
