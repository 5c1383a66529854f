import 'server-only'
import type { Files } from '@/lib/plugin/files'
import { fileChanges, type FileChange } from '@/lib/plugin/history/file-changes'
import { readFiles } from '../blobs'
import type { Transaction } from '../database'
import { keepRecent } from '../keep-recent'
import type { Tree } from '../tree'

/** What changed between two revisions, by both ids: revisions never change, so this never grows old. */
const known = new Map<string, readonly FileChange[]>()
const MOST = 2_000

/** A revision's tree with its id. */
export interface Side {
  id: string
  tree: Tree
}

/** What changed from one revision to another, in the words of the documents. Reads only files that differ, and YAML. */
export async function pairChanges(tx: Transaction, before: Side, after: Side): Promise<readonly FileChange[]> {
  const key = `${before.id} ${after.id}`
  const changes = known.get(key) ?? (await compute(tx, before.tree, after.tree))
  keepRecent(known, key, changes, MOST)
  return changes
}

async function compute(tx: Transaction, before: Tree, after: Tree): Promise<readonly FileChange[]> {
  const paths = [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path)?.blobId !== after.get(path)?.blobId)
    .sort()
  if (paths.length === 0) return []
  // one after the other: a transaction has one connection
  const old = await shownFiles(tx, before, paths)
  return fileChanges(old, await shownFiles(tx, after, paths), paths)
}

/** All files of a tree; those that are neither YAML nor asked for stand there without their content. */
export async function shownFiles(tx: Transaction, tree: Tree, paths: readonly string[]): Promise<Files> {
  const wanted = new Set(paths)
  const read = await readFiles(
    tx,
    tree,
    [...tree.keys()].filter((path) => wanted.has(path) || /\.ya?ml$/i.test(path)),
  )
  return new Map([...tree.keys()].map((path) => [path, read.get(path) ?? '']))
}
