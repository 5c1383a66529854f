import 'server-only'
import { createHash } from 'node:crypto'
import type { Files } from '@/lib/plugin/files'
import { checksumOf } from '@/lib/plugin/package/checksum'
import { zipFiles } from '@/lib/plugin/package/pack'
import { packageName } from '@/lib/plugin/package/package-name'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { writeAudit } from '../audit'
import { database } from '../database'
import { loadProject } from '../projects'

/** Writes down that somebody took the package of a revision along. */
export async function recordPackage(
  { projectId, userId, revision }: { projectId: string; userId: string; revision: string },
  files: Files,
  bytes: Uint8Array,
): Promise<void> {
  const prisma = await database()
  const fileName = `${packageName(files)}.difypkg`
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const checksum = checksumOf(packedFiles(files))
  await prisma.$transaction(async (tx) => {
    await tx.packageRecord.create({
      data: { projectId, revisionId: revision, sha256, checksum, fileName, size: bytes.length, userId },
    })
    await writeAudit(tx, { userId, projectId, action: 'package.download', detail: { revision, fileName, sha256 } })
  })
}

/**
 * The same for a package that a browser packed: it is packed here again, and written down only where the bytes are those that the
 * browser has. False where they are not, or the project has no such revision.
 */
export async function recordOwnPackage(
  about: { projectId: string; userId: string; revision: string },
  sha256: string,
): Promise<boolean> {
  const loaded = await loadProject(about.projectId, 'view', about.revision)
  if (!loaded) return false
  const bytes = await zipFiles(packedFiles(loaded.files))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false
  await recordPackage(about, loaded.files, bytes)
  return true
}
