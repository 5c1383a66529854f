import 'server-only'
import { literal, number, object, strictObject, string, array, union, type z } from 'zod'
import { splitLines } from '@/lib/plugin/line-diff'
import { linesOf } from '@/lib/plugin/place-now'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { accessOf } from '../access'
import { writeAudit } from '../audit'
import { readBlob } from '../blobs'
import { database, type Transaction } from '../database'
import { publish } from '../events/events'
import { treeOfRevision } from '../projects'

const id = string().min(1).max(100)

export const commentSchema = object({
  text: string()
    .trim()
    .min(1, 'Write what you have to say.')
    .max(10_000, 'Write a comment of at most 10,000 characters.'),
  /** Ids of people who are named in it. */
  mentions: array(id).max(50).optional(),
})

export const threadSchema = commentSchema.extend({
  file: string().min(1).max(1000),
  /** The saved revision that the place is one of. */
  revision: id,
  place: union([
    strictObject({
      field: array(union([string().max(1000), number().int().nonnegative()]))
        .min(1)
        .max(100),
    }),
    strictObject({ line: number().int().positive(), lines: number().int().positive() }),
  ]),
})

export const threadChangeSchema = object({ resolved: union([literal(true), literal(false)]) })

type Comment = z.infer<typeof commentSchema>

/** A new thread at a place of a saved file; undefined where the revision has no such place. */
export async function startThread(
  projectId: string,
  userId: string,
  thread: z.infer<typeof threadSchema>,
): Promise<string | undefined> {
  const prisma = await database()
  const made = await prisma.$transaction(async (tx) => {
    const blobId = (await treeOfRevision(tx, projectId, thread.revision))?.get(thread.file)?.blobId
    const text = blobId === undefined ? undefined : await readBlob(tx, blobId)
    if (blobId === undefined || typeof text !== 'string') return undefined
    const lines = splitLines(text)
    const { place, file, revision: revisionId } = thread
    const at = 'field' in place ? linesOf(parseYaml(text), place.field) : place
    if (!at || at.line + at.lines - 1 > Math.max(1, lines.length)) return undefined
    const quote = lines.slice(at.line - 1, at.line - 1 + at.lines)
    const { id: threadId } = await tx.commentThread.create({
      data: {
        projectId,
        file,
        revisionId,
        blobId,
        ...('field' in place && { field: place.field }),
        ...at,
        quote: quote.join('').slice(0, 2000),
      },
    })
    await writeComment(tx, { projectId, threadId, userId }, thread)
    return threadId
  })
  if (made !== undefined) await publish({ kind: 'comments', projectId })
  return made
}

/** Answers in a thread, which is open again then; undefined where the project has no such thread. */
export async function answerThread(
  projectId: string,
  userId: string,
  threadId: string,
  comment: Comment,
): Promise<string | undefined> {
  const prisma = await database()
  const made = await prisma.$transaction(async (tx) => {
    const open = { resolvedAt: null, resolvedById: null }
    const { count } = await tx.commentThread.updateMany({ where: { id: threadId, projectId }, data: open })
    return count === 0 ? undefined : writeComment(tx, { projectId, threadId, userId }, comment)
  })
  if (made !== undefined) await publish({ kind: 'comments', projectId })
  return made
}

/** Closes a thread, or opens it again. False where the project has no such thread. */
export async function resolveThread(
  projectId: string,
  userId: string,
  threadId: string,
  resolved: boolean,
): Promise<boolean> {
  const prisma = await database()
  const data = resolved ? { resolvedAt: new Date(), resolvedById: userId } : { resolvedAt: null, resolvedById: null }
  const { count } = await prisma.commentThread.updateMany({ where: { id: threadId, projectId }, data })
  if (count > 0) await publish({ kind: 'comments', projectId })
  return count > 0
}

/** Writes one's own comment anew. False where it is not there, or somebody else's. */
export async function changeComment(
  projectId: string,
  userId: string,
  commentId: string,
  comment: Comment,
): Promise<boolean> {
  const prisma = await database()
  const done = await prisma.$transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, authorId: userId, thread: { projectId } },
      data: { text: comment.text, editedAt: new Date() },
    })
    if (count > 0) await mention(tx, projectId, userId, commentId, comment.mentions ?? [])
    return count > 0
  })
  if (done) await publish({ kind: 'comments', projectId })
  return done
}

/** Removes a comment: one's own, or as an owner anybody's. The thread goes with its last one. */
export async function removeComment(
  projectId: string,
  by: { userId: string; owner: boolean },
  commentId: string,
): Promise<boolean> {
  const prisma = await database()
  const done = await prisma.$transaction(async (tx) => {
    // nobody answers meanwhile: an answer must not go with the thread
    await tx.$queryRaw`
      SELECT id FROM "CommentThread" WHERE id = (SELECT "threadId" FROM "Comment" WHERE id = ${commentId}) FOR UPDATE`
    const found = await tx.comment.findUnique({
      where: { id: commentId, thread: { projectId }, ...(by.owner ? {} : { authorId: by.userId }) },
      select: { threadId: true, authorId: true, author: { select: { name: true } } },
    })
    if (!found) return false
    await tx.comment.delete({ where: { id: commentId } })
    await tx.commentThread.deleteMany({ where: { id: found.threadId, comments: { none: {} } } })
    if (found.authorId !== by.userId) {
      const detail = { member: found.author?.name }
      await writeAudit(tx, { userId: by.userId, projectId, action: 'comment.remove', detail })
    }
    return true
  })
  if (done) await publish({ kind: 'comments', projectId })
  return done
}

async function writeComment(
  tx: Transaction,
  { projectId, threadId, userId }: { projectId: string; threadId: string; userId: string },
  { text, mentions = [] }: Comment,
): Promise<string> {
  const { id: commentId } = await tx.comment.create({ data: { threadId, authorId: userId, text } })
  await mention(tx, projectId, userId, commentId, mentions)
  return commentId
}

/** Those of these people who may see the project are named by the comment from now on. */
async function mention(tx: Transaction, projectId: string, userId: string, commentId: string, people: string[]) {
  const named = [...new Set(people)].filter((person) => person !== userId)
  const data: { commentId: string; userId: string }[] = []
  // one after the other: a transaction has one connection
  for (const person of named) if (await accessOf(person, projectId, tx)) data.push({ commentId, userId: person })
  await tx.mention.deleteMany({ where: { commentId, userId: { notIn: data.map((row) => row.userId) } } })
  await tx.mention.createMany({ data, skipDuplicates: true })
}
