import 'server-only'
import { randomUUID } from 'node:crypto'
import { textOf, writeFile, type Files } from '@/lib/plugin/files'
import { writeBlobs } from '../blobs'
import { database } from '../database'
import { jsonFromTree, treeOf } from '../tree'

/**
 * A project whose history has this many revisions, one every five seconds with a pause after each fifty, by two authors in turn: each
 * types on in the description of the manifest. Gives the id of its head.
 */
export async function longHistory(
  projectId: string,
  authors: readonly string[],
  files: Files,
  count: number,
): Promise<string> {
  const prisma = await database()
  const manifest = textOf(files, 'manifest.yaml') ?? ''
  const start = Date.now() - count * 10_000
  const before = await prisma.project.findUniqueOrThrow({ where: { id: projectId } })
  let parentId = before.headId
  for (let first = 0; first < count; first += 500) {
    const rows = Array.from({ length: Math.min(500, count - first) }, (_, offset) => {
      const index = first + offset
      const text = manifest.replace('Look up the weather.', `Look up the weather, edit ${index}.`)
      const state = writeFile(files, 'manifest.yaml', text)
      const id = randomUUID()
      const pauses = Math.floor(index / 50)
      const row = {
        id,
        projectId,
        parentId,
        authorId: authors[pauses % authors.length] ?? null,
        tree: jsonFromTree(treeOf(state)),
        createdAt: new Date(start + index * 5_000 + pauses * 15 * 60_000 - Math.floor(count / 50) * 15 * 60_000),
      }
      parentId = id
      return { row, text }
    })
    await writeBlobs(prisma, [...rows.map(({ text }) => text), ...files.values()])
    await prisma.revision.createMany({ data: rows.map(({ row }) => row) })
  }
  await prisma.project.update({ where: { id: projectId }, data: { headId: parentId } })
  return parentId ?? ''
}
