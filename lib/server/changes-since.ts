import 'server-only'
import { changesBetween, type Change } from '@/lib/plugin/changes'
import { readFiles } from './blobs'
import { database } from './database'
import { treeOfRevision } from './projects'
import { differing } from './tree'

/** What leads from a revision to the head, and which that is. Reads only files that changed; undefined where there is no such revision. */
export async function changesSince(
  projectId: string,
  revision: string,
): Promise<{ revision: string; changes: Change[] } | undefined> {
  const prisma = await database()
  const project = await prisma.project.findUnique({ where: { id: projectId }, select: { headId: true } })
  if (!project?.headId) return undefined
  if (project.headId === revision) return { revision, changes: [] }
  const base = await treeOfRevision(prisma, projectId, revision)
  const head = base && (await treeOfRevision(prisma, projectId, project.headId))
  if (!base || !head) return undefined
  const paths = differing(base, head)
  const [before, after] = [await readFiles(prisma, base, paths), await readFiles(prisma, head, paths)]
  return { revision: project.headId, changes: changesBetween(before, after) }
}
