import 'server-only'
import { array, object, string } from 'zod'
import { database, type Transaction } from './database'

/** So long a deleted project can be put back. */
export const DAYS_KEPT = 30
/** Contents that one transaction removes. */
const MOST = 500

const ids = array(object({ id: string() }))

/** Removes what nobody can come to any more: the work in projects that were deleted long ago, and contents that no project has. */
export async function removeUnused(): Promise<void> {
  while (await emptyDeletedProject());
  while ((await removeUnusedBlobs()) === MOST);
}

/** Removes the work in a project that can be put back no more; what it was called and who did what stays. False where there is none. */
async function emptyDeletedProject(): Promise<boolean> {
  const prisma = await database()
  return prisma.$transaction(async (tx) => {
    const [project] = ids.parse(
      await tx.$queryRaw`
        SELECT id FROM "Project" WHERE "deletedAt" < now() - make_interval(days => ${DAYS_KEPT}::int) AND "headId" IS NOT NULL
        LIMIT 1 FOR UPDATE SKIP LOCKED`,
    )
    if (!project) return false
    const own = { where: { projectId: project.id } }
    await tx.project.update({ where: { id: project.id }, data: { headId: null, iconBlobId: null, iconPath: null } })
    await tx.commentThread.deleteMany(own)
    await tx.shareLink.deleteMany(own)
    await tx.revision.deleteMany(own)
    await tx.projectBlob.deleteMany(own)
    return true
  })
}

/**
 * Removes contents that no project has, some at once, and says how many. Whoever is about to name one holds it (`writeBlobs`), so it is
 * left out; whoever comes later writes it anew. That none goes which a revision names the foreign key sees to.
 */
export async function removeUnusedBlobs(): Promise<number> {
  const prisma = await database()
  return prisma.$transaction(async (tx) => {
    const unused = await lockUnused(tx)
    // asked again under the lock: a revision may have named one since
    return tx.$executeRaw`
      DELETE FROM "Blob" WHERE id = ANY(${unused}) AND NOT EXISTS (SELECT FROM "ProjectBlob" WHERE "blobId" = "Blob".id)`
  })
}

async function lockUnused(tx: Transaction): Promise<string[]> {
  const rows = await tx.$queryRaw`
    SELECT id FROM "Blob" WHERE NOT EXISTS (SELECT FROM "ProjectBlob" WHERE "blobId" = "Blob".id)
    LIMIT ${MOST} FOR UPDATE SKIP LOCKED`
  return ids.parse(rows).map(({ id }) => id)
}
