import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { applyChanges, changesBetween, changesOf, clashProblem, projectLimits, type Change } from '@/lib/plugin/changes'
import type { Files } from '@/lib/plugin/files'
import { mergeFiles, type Conflict } from '@/lib/plugin/merge'
import { writeAudit } from './audit'
import { readFiles, writeBlobs } from './blobs'
import { cardOf, touchesCard } from './card'
import { database, type Transaction } from './database'
import { publish } from './events/events'
import { restoreMessage, type Restores } from './history/restore-message'
import { noteRename } from './note-rename'
import { cardColumns, treeOfRevision } from './projects'
import { queued } from './queue'
import { rememberTree } from './recent-trees'
import { differing, entryOf, jsonFromTree, sameTree, treeFromJson, type Tree, type TreeEntry } from './tree'

export interface Save {
  projectId: string
  userId: string
  /** The revision that the changes were made on. */
  base: string
  changes: readonly Change[]
  /** Names this save. Sent again under the same name, it is not done again but answered the same. */
  save?: string
  /** What the changes bring back, where they bring back something: the revision says so. */
  restores?: Restores
}

export type Saved =
  | { ok: true; revision: string; merged: boolean; changes?: Change[] }
  | { ok: false; reason: 'conflict'; head: { revision: string; files: Change[] }; conflicts: Conflict[] }
  | { ok: false; reason: 'gone' | 'unknown-base' }
  | { ok: false; reason: 'too-large' | 'clash'; message: string }

/**
 * Makes a new revision of the changes. When the project has moved on since `base`, both are merged, and `changes` of the answer lead
 * from what was sent to what was saved; where they overlap nothing is saved and both sides are answered. Nothing is ever overwritten.
 */
export async function saveRevision(save: Save): Promise<Saved> {
  const prisma = await database()
  const saved = await queued(save.projectId, () => prisma.$transaction((tx) => saveIn(tx, save)))
  if (saved.ok && saved.revision !== save.base)
    void publish({ kind: 'saved', projectId: save.projectId, revision: saved.revision })
  return saved
}

async function saveIn(tx: Transaction, save: Save): Promise<Saved> {
  const head = await lockHead(tx, save.projectId)
  if (!head) return { ok: false, reason: 'gone' }
  const baseTree = await treeOfRevision(tx, save.projectId, save.base)
  if (!baseTree) return { ok: false, reason: 'unknown-base' }
  const contents = applyChanges(new Map(), save.changes)
  const sent = treeWith(
    baseTree,
    save.changes.map(({ path }) => path),
    contents,
  )
  const saveKey = save.save === undefined ? null : keyOf(save)

  const before = saveKey
    ? await tx.revision.findUnique({ where: { projectId_saveKey: { projectId: save.projectId, saveKey } } })
    : null
  if (before) return answer(tx, before.id, save, baseTree, sent, treeFromJson(before.tree))

  const headTree = save.base === head ? baseTree : await treeOfRevision(tx, save.projectId, head)
  if (!headTree) throw new Error(`Project ${save.projectId} has lost its head.`)
  const merged = save.base === head ? { tree: sent, contents } : await merge(tx, save, baseTree, sent, headTree)
  if ('conflicts' in merged) {
    return {
      ok: false,
      reason: 'conflict',
      conflicts: merged.conflicts,
      head: { revision: head, files: changesOf(await readFiles(tx, headTree)) },
    }
  }
  if (sameTree(merged.tree, headTree)) return answer(tx, head, save, baseTree, sent, headTree)
  const message = treeProblem(merged.tree)
  if (message) return { ok: false, reason: 'too-large', message }
  const clash = clashProblem(merged.tree)
  if (clash) return { ok: false, reason: 'clash', message: clash }

  const known = new Set([...baseTree.values(), ...headTree.values()].map(({ blobId }) => blobId))
  const fresh = [...merged.contents].filter(([path]) => !known.has(merged.tree.get(path)?.blobId ?? ''))
  await writeBlobs(tx, new Map(fresh).values())
  const data = {
    projectId: save.projectId,
    parentId: head,
    authorId: save.userId,
    tree: jsonFromTree(merged.tree),
    message: await restoredMessage(tx, save, sent),
    saveKey,
    createdAt: await timeAfter(tx, head),
  }
  const revision = await tx.revision.create({ data, select: { id: true } })
  const card = await newCard(tx, headTree, merged.tree)
  if (card) await noteRename(tx, save, card)
  await tx.project.update({
    where: { id: save.projectId },
    data: { headId: revision.id, updatedAt: new Date(), ...card },
    select: { id: true },
  })
  if (data.message !== null)
    await writeAudit(tx, { userId: save.userId, projectId: save.projectId, action: 'version.restore' })
  rememberTree(save.projectId, revision.id, merged.tree)
  return answer(tx, revision.id, save, baseTree, sent, merged.tree)
}

/** Now, but later than this revision: the history goes by time, and the clocks of two machines differ. */
async function timeAfter(tx: Transaction, revisionId: string): Promise<Date> {
  const { createdAt } = await tx.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { createdAt: true } })
  return new Date(Math.max(Date.now(), createdAt.getTime() + 1))
}

/** Says what was restored, where what was sent is that; Python may have followed its document. */
async function restoredMessage(tx: Transaction, { projectId, restores }: Save, sent: Tree): Promise<string | null> {
  const older = restores && (await treeOfRevision(tx, projectId, restores.revision))
  if (!restores || !older) return null
  const { path } = restores
  const paths = differing(sent, older).filter((each) => path === undefined || each === path)
  return paths.every((each) => each !== path && each.endsWith('.py')) ? restoreMessage(restores) : null
}

const headRows = z.array(z.object({ headId: z.string() }))

/** The head of a project, which no other transaction can move until this one ends. */
async function lockHead(tx: Transaction, projectId: string): Promise<string | undefined> {
  const rows =
    await tx.$queryRaw`SELECT "headId" FROM "Project" WHERE id = ${projectId} AND "deletedAt" IS NULL FOR UPDATE`
  return headRows.parse(rows)[0]?.headId
}

/** The same key only for the same save of the same work. */
function keyOf({ save, userId, base, changes }: Save): string {
  return createHash('sha256')
    .update(JSON.stringify([save, userId, base, changes]))
    .digest('hex')
}

/** The tree with these paths as the files have them, or gone where they have not. */
function treeWith(tree: Tree, paths: readonly string[], files: Files): Tree {
  const result = new Map<string, TreeEntry>(tree)
  for (const path of paths) {
    const content = files.get(path)
    if (content === undefined) result.delete(path)
    else result.set(path, entryOf(content))
  }
  return result
}

/** Merges what was sent into the head; reads only files that they do not agree on, and the YAML that says what Python is generated. */
async function merge(
  tx: Transaction,
  save: Save,
  base: Tree,
  sent: Tree,
  head: Tree,
): Promise<{ tree: Tree; contents: Files } | { conflicts: Conflict[] }> {
  const paths = differing(sent, head)
  const documents = [...base.keys(), ...head.keys()].filter((path) => /\.ya?ml$/i.test(path))
  const read = new Set([...paths, ...(paths.some((path) => path.endsWith('.py')) ? documents : [])])
  const baseFiles = await readFiles(tx, base, read)
  const headFiles = await readFiles(tx, head, read)
  const result = mergeFiles(
    baseFiles,
    applyChanges(
      baseFiles,
      save.changes.filter(({ path }) => read.has(path)),
    ),
    headFiles,
  )
  if (result.conflicts.length > 0) return { conflicts: result.conflicts }
  return { tree: treeWith(head, paths, result.files), contents: result.files }
}

async function answer(
  tx: Transaction,
  revision: string,
  save: Save,
  base: Tree,
  sent: Tree,
  saved: Tree,
): Promise<Saved> {
  const paths = differing(sent, saved)
  if (paths.length === 0) return { ok: true, revision, merged: false }
  const ours = applyChanges(
    await readFiles(tx, base, paths),
    save.changes.filter(({ path }) => paths.includes(path)),
  )
  return { ok: true, revision, merged: true, changes: changesBetween(ours, await readFiles(tx, saved, paths)) }
}

function treeProblem(tree: Tree): string | undefined {
  if (tree.size > projectLimits.files)
    return `Remove files: a plugin holds ${projectLimits.files} at most, these are ${tree.size}.`
  const bytes = [...tree.values()].reduce((sum, { size }) => sum + size, 0)
  return bytes > projectLimits.bytes ? 'Remove or shrink files: a plugin holds 50 MiB at most.' : undefined
}

/** The card's columns where the change can be seen in it. */
async function newCard(tx: Transaction, before: Tree, after: Tree) {
  if (!touchesCard(differing(before, after))) return undefined
  const shown = [...after.keys()].filter((path) => /\.ya?ml$/i.test(path))
  const files = new Map(await readFiles(tx, after, shown))
  for (const path of after.keys()) if (!files.has(path)) files.set(path, '')
  return cardColumns(cardOf(files), after)
}
