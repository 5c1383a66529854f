import 'server-only'
import { z } from 'zod'
import { writeAudit } from './audit'
import type { Transaction } from './database'

/** Within so many minutes a name that is being typed is one renaming: each pause in typing is saved. */
const minutes = 10

const detailSchema = z.object({ from: z.string(), to: z.string() })

/** Writes down that a plugin is called otherwise now; further changes by the same person a little later are the same deed. */
export async function noteRename(
  tx: Transaction,
  { projectId, userId }: { projectId: string; userId: string },
  card: { label: string; name: string },
): Promise<void> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { label: true, name: true },
  })
  const [from, to] = [project.label || project.name, card.label || card.name]
  if (from === to) return
  const last = await tx.auditEntry.findFirst({
    where: { projectId, createdAt: { gt: new Date(Date.now() - minutes * 60_000) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const before =
    last?.action === 'project.rename' && last.userId === userId ? detailSchema.safeParse(last.detail) : null
  if (!last || !before?.success)
    return writeAudit(tx, { userId, projectId, action: 'project.rename', detail: { from, to } })
  if (before.data.from === to) await tx.auditEntry.delete({ where: { id: last.id } })
  else await tx.auditEntry.update({ where: { id: last.id }, data: { detail: { from: before.data.from, to } } })
}
