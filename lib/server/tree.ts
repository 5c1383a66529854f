import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bytesOf, type FileContent, type Files } from '@/lib/plugin/files'

/** One file of a revision. */
export interface TreeEntry {
  blobId: string
  size: number
}

/** The files of a revision without their contents: path → blob, in the order of the files. */
export type Tree = ReadonlyMap<string, TreeEntry>

const treeRows = z.array(z.tuple([z.string(), z.string(), z.number()]))

/** As a revision's `tree` column keeps it. */
export function treeFromJson(json: unknown): Tree {
  return new Map(treeRows.parse(json).map(([path, blobId, size]) => [path, { blobId, size }]))
}

/** The inverse of `treeFromJson`. */
export function jsonFromTree(tree: Tree): [string, string, number][] {
  return [...tree].map(([path, { blobId, size }]) => [path, blobId, size])
}

/** The tree of these files. */
export function treeOf(files: Files): Tree {
  return new Map([...files].map(([path, content]) => [path, entryOf(content)]))
}

/** What a tree says of a file with this content. */
export function entryOf(content: FileContent): TreeEntry {
  const bytes = bytesOf(content)
  return { blobId: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}

/** True when both trees name the same files with the same contents; their order does not matter. */
export function sameTree(one: Tree, other: Tree): boolean {
  return one.size === other.size && [...one].every(([path, { blobId }]) => other.get(path)?.blobId === blobId)
}

/** Paths that two trees do not agree on. */
export function differing(one: Tree, other: Tree): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path)?.blobId !== other.get(path)?.blobId,
  )
}
