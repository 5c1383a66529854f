import 'server-only'
import { z } from 'zod'
import { textOf } from '@/lib/plugin/files'
import type { Version } from '@/lib/plugin/history/field-history'
import { readFiles } from '../blobs'
import type { Transaction } from '../database'
import { keepRecent } from '../keep-recent'

/** The revisions in which a file became another, the oldest first; `blobId` is null where it went. */
interface FileVersion {
  id: string
  parentId: string | null
  blobId: string | null
  createdAt: Date
}

const rows = z.array(
  z.object({ id: z.string(), parentId: z.string().nullable(), blobId: z.string().nullable(), createdAt: z.date() }),
)

/** Chains read before, by project and path; what came since is added to them. */
const known = new Map<string, FileVersion[]>()
const MOST_CHAINS = 200

/** Every version of a file, the oldest first. The database sends only revisions that changed it, and only those since the last time. */
export async function fileVersions(tx: Transaction, projectId: string, path: string): Promise<readonly FileVersion[]> {
  const key = `${projectId} ${path}`
  const chain = known.get(key) ?? []
  const last = chain.at(-1)
  const since = last?.createdAt ?? new Date(0)
  const fresh = rows.parse(
    await tx.$queryRaw`
    SELECT id, "parentId", "blobId", "createdAt" FROM (
      SELECT *, lag("blobId") OVER (ORDER BY "createdAt", id) AS before FROM (
        SELECT id, "parentId", "createdAt",
          (SELECT entry->>1 FROM jsonb_array_elements(tree) entry WHERE entry->>0 = ${path} LIMIT 1) AS "blobId"
        FROM "Revision" WHERE "projectId" = ${projectId} AND ("createdAt", id) > (${since}, ${last?.id ?? ''})
      ) versions
    ) changes WHERE "blobId" IS DISTINCT FROM before ORDER BY "createdAt", id`,
  )
  const all = [...chain]
  for (const version of fresh) if (version.blobId !== (all.at(-1)?.blobId ?? null)) all.push(version)
  keepRecent(known, key, all, MOST_CHAINS)
  return all
}

/** The texts of these versions, in their order; none where the file was not there or was not text. */
export async function textsOf(tx: Transaction, versions: readonly FileVersion[]): Promise<Version[]> {
  const tree = new Map(
    versions.flatMap(({ blobId }) => (blobId === null ? [] : [[blobId, { blobId, size: 64 * 1024 }] as const])),
  )
  const files = await readFiles(tx, tree)
  return versions.map(({ id, blobId }) => ({ mark: id, text: blobId === null ? undefined : textOf(files, blobId) }))
}
