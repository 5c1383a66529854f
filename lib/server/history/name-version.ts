import 'server-only'
import { writeAudit } from '../audit'
import { database } from '../database'

/** Gives a revision a name, another one or, with an empty text, none. False where the project has no such revision. */
export async function nameVersion(
  projectId: string,
  userId: string,
  { revision, name }: { revision: string; name: string },
): Promise<boolean> {
  const prisma = await database()
  return prisma.$transaction(async (tx) => {
    const found = await tx.revision.findUnique({ where: { id: revision, projectId }, select: { id: true } })
    if (!found) return false
    const text = name.trim()
    const data = { name: text, namedById: userId, createdAt: new Date() }
    if (text === '') await tx.versionName.deleteMany({ where: { revisionId: revision } })
    else
      await tx.versionName.upsert({
        where: { revisionId: revision },
        create: { revisionId: revision, projectId, ...data },
        update: data,
      })
    await writeAudit(tx, { userId, projectId, action: 'version.name', detail: { revision, name: text } })
    return true
  })
}
