import 'server-only'
import { z } from 'zod'
import { packageContents, packageDifference, type PackageDifference } from '@/lib/plugin/history/package-contents'
import { summaryOf, type Summary } from '@/lib/plugin/history/summary'
import { database, type Transaction } from '../database'
import { compareRevisions, contentsOf, sideOf, type ComparedSide } from './compare-revisions'

/** A package as whoever holds it tells of it: nothing of its contents but hashes. */
export interface GivenPackage {
  /** Of its bytes. */
  sha256: string
  /** Path, SHA-256 and size of each file. */
  files: readonly (readonly [path: string, hash: string, size: number])[]
  /** The text of its manifest. */
  manifest: string
}

export interface FoundPackage {
  /** `bytes`: it was downloaded here. `files`: a revision has exactly these files. `near`: the most of them. */
  by: 'bytes' | 'files' | 'near'
  revision: ComparedSide
  /** How it differs from what that revision would pack; empty unless `near`. */
  difference: PackageDifference
  /** What changed since, where the project went on. */
  since?: Summary & { head: ComparedSide }
}

/** How many of the latest revisions are looked through. */
const MOST_REVISIONS = 20_000
/** Dify's signing puts it in. */
const signature = '.verification.dify.json'

/** The revision that a package was made of: by its bytes, else by Dify's checksum, else the one that has most of its files. */
export async function findPackage(projectId: string, given: GivenPackage): Promise<FoundPackage | undefined> {
  const prisma = await database()
  const marks = new Map(
    given.files.filter(([path]) => path !== signature).map(([path, hash, size]) => [path, { hash, size }]),
  )
  const contents = packageContents(marks, new Map([['manifest.yaml', given.manifest]]), true)
  const record = await prisma.packageRecord.findFirst({
    where: { projectId, OR: [{ sha256: given.sha256 }, { checksum: contents.checksum }] },
    orderBy: { createdAt: 'desc' },
    select: { revisionId: true, sha256: true },
  })
  const candidates = record ? [record.revisionId] : await likely(prisma, projectId, given)
  let best: { side: ComparedSide; difference: PackageDifference } | undefined
  for (const id of candidates) {
    const side = await sideOf(prisma, projectId, id)
    if (!side) continue
    const difference = packageDifference(await contentsOf(prisma, side.tree), contents)
    if (!best || difference.files.length < best.difference.files.length) best = { side: side.about, difference }
  }
  if (!best || 2 * best.difference.files.length > Math.max(marks.size, 2)) return undefined
  const by = best.difference.files.length > 0 ? 'near' : record?.sha256 === given.sha256 ? 'bytes' : 'files'
  return { by, revision: best.side, difference: best.difference, ...(await since(prisma, projectId, best.side.id)) }
}

async function since(tx: Transaction, projectId: string, revision: string): Promise<Pick<FoundPackage, 'since'>> {
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { headId: true } })
  if (!project?.headId || project.headId === revision) return {}
  const compared = await compareRevisions(projectId, revision, project.headId)
  return compared ? { since: { ...summaryOf(compared.files, 8), head: compared.to } } : {}
}

const ids = z.array(z.object({ id: z.string() }))

/** Revisions with the most of these files, of equal ones the newest first. */
async function likely(tx: Transaction, projectId: string, { files }: GivenPackage): Promise<string[]> {
  const wanted = JSON.stringify(files.map(([path, hash]) => [path, hash]))
  const rows = await tx.$queryRaw`
    WITH wanted AS (
      SELECT value->>0 AS path, value->>1 AS hash FROM jsonb_array_elements(${wanted}::jsonb)
    ), latest AS (
      SELECT id, tree, "createdAt" FROM "Revision" WHERE "projectId" = ${projectId}
      ORDER BY "createdAt" DESC, id DESC LIMIT ${MOST_REVISIONS}
    )
    SELECT latest.id FROM latest, jsonb_array_elements(latest.tree) entry
    JOIN wanted ON wanted.path = entry->>0 AND wanted.hash = entry->>1
    GROUP BY latest.id, latest."createdAt" ORDER BY count(*) DESC, latest."createdAt" DESC, latest.id DESC LIMIT 10`
  return ids.parse(rows).map(({ id }) => id)
}
