import 'server-only'
import { accessOf } from '../access'
import { database } from '../database'

export interface ShownMention {
  projectId: string
  /** What the plugin is called. */
  project: string
  threadId: string
  commentId: string
  author?: string
  text: string
  createdAt: Date
}

/** Where somebody was named and has not looked yet, the newest first; only in what they may still see. */
export async function unseenMentions(userId: string, most = 20): Promise<ShownMention[]> {
  const prisma = await database()
  const rows = await prisma.mention.findMany({
    where: { userId, seenAt: null, comment: { thread: { project: { deletedAt: null } } } },
    include: { comment: { include: { author: true, thread: { include: { project: true } } } } },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
  const allowed = await Promise.all(rows.map(({ comment }) => accessOf(userId, comment.thread.projectId)))
  return rows
    .filter((_, index) => allowed[index])
    .map(({ comment: { id, text, createdAt, author, thread } }) => ({
      projectId: thread.projectId,
      project: thread.project.label || thread.project.name,
      threadId: thread.id,
      commentId: id,
      author: author?.name,
      text,
      createdAt,
    }))
}

/** Somebody has looked at the comments of a project. */
export async function seeMentions(userId: string, projectId: string): Promise<void> {
  const prisma = await database()
  await prisma.mention.updateMany({
    where: { userId, seenAt: null, comment: { thread: { projectId } } },
    data: { seenAt: new Date() },
  })
}
