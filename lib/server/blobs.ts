import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { bytesOf, contentFromBytes, type FileContent, type Files } from '@/lib/plugin/files'
import type { Transaction } from './database'
import { entryOf, type Tree } from './tree'

const heldRows = z.array(z.object({ id: z.string() }))
const blobRows = z.array(z.object({ id: z.string(), base64: z.string() }))

/** Contents read or written lately, by blob id: they never change, so they never grow old. */
const recent = new Map<string, { content: FileContent; size: number }>()
const recentLimit = 64 * 1024 * 1024
let recentSize = 0

/** Stores contents that are not there yet. None of them is removed (remove-unused.ts) before this transaction ends. */
export async function writeBlobs(tx: Transaction, contents: Iterable<FileContent>): Promise<void> {
  const rows = new Map<string, { id: string; size: number; content: FileContent }>()
  for (const content of contents) {
    const { blobId, size } = entryOf(content)
    rows.set(blobId, { id: blobId, size, content })
    remember(blobId, content, size)
  }
  // in one order everywhere, so that two transactions with the same contents never wait for each other
  const sorted = [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  for (const batch of batches(sorted)) {
    // as base64 in one text: the embedded database writes a bytea digit by digit, which takes a second for a megabyte
    const json = batch.map(({ id, size, content }) => ({
      id,
      size,
      base64: Buffer.from(bytesOf(content)).toString('base64'),
    }))
    let held = 0
    while (held < batch.length) {
      const made = await tx.$executeRaw`
        INSERT INTO "Blob" (id, size, bytes)
        SELECT row.id, row.size, decode(row.base64, 'base64')
        FROM json_to_recordset(${JSON.stringify(json)}::json) AS row(id text, size int, base64 text)
        ON CONFLICT (id) DO NOTHING`
      // what was there may be removed meanwhile: then it is written again
      held = made === batch.length ? made : await hold(tx, batch)
    }
  }
}

/** Keeps contents from being removed until the transaction ends. Says how many are there. */
async function hold(tx: Transaction, blobs: readonly { id: string }[]): Promise<number> {
  const ids = blobs.map(({ id }) => id)
  const rows = await tx.$queryRaw`SELECT id FROM "Blob" WHERE id = ANY(${ids}) ORDER BY id FOR KEY SHARE`
  return heldRows.parse(rows).length
}

/** The files of a tree, or of those of its paths that are asked for. */
export async function readFiles(tx: Transaction, tree: Tree, wanted: Iterable<string> = tree.keys()): Promise<Files> {
  const entries = [...wanted].flatMap((path) => {
    const entry = tree.get(path)
    return entry ? [[path, entry] as const] : []
  })
  const contents = await readBlobs(tx, new Map(entries.map(([, { blobId, size }]) => [blobId, size])))
  return new Map(entries.map(([path, { blobId }]) => [path, found(contents, blobId)]))
}

/** The content of one blob. */
export async function readBlob(tx: Transaction, id: string): Promise<FileContent> {
  return found(await readBlobs(tx, new Map([[id, 0]])), id)
}

async function readBlobs(tx: Transaction, sizes: ReadonlyMap<string, number>): Promise<Map<string, FileContent>> {
  const contents = new Map<string, FileContent>()
  const missing: { id: string; size: number }[] = []
  for (const [id, size] of sizes) {
    const content = recall(id)
    if (content === undefined) missing.push({ id, size })
    else contents.set(id, content)
  }
  for (const batch of batches(missing)) {
    // as base64: both adapters read a bytea digit by digit
    const ids = Prisma.join(batch.map((blob) => blob.id))
    const rows = blobRows.parse(
      await tx.$queryRaw`SELECT id, encode(bytes, 'base64') AS base64 FROM "Blob" WHERE id IN (${ids})`,
    )
    for (const { id, base64 } of rows) {
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
      const content = contentFromBytes(bytes)
      contents.set(id, content)
      remember(id, content, bytes.length)
    }
  }
  return contents
}

function found(contents: ReadonlyMap<string, FileContent>, id: string): FileContent {
  const content = contents.get(id)
  if (content === undefined) throw new Error(`The database has lost the file content ${id}.`)
  return content
}

/** Parts of at most 500 blobs and about 8 MiB, which is what one statement should carry. */
function* batches<T extends { size: number }>(blobs: readonly T[]): Generator<T[]> {
  let batch: T[] = []
  let size = 0
  for (const blob of blobs) {
    if (batch.length === 500 || (batch.length > 0 && size + blob.size > 8 * 1024 * 1024)) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(blob)
    size += blob.size
  }
  if (batch.length > 0) yield batch
}

function recall(id: string): FileContent | undefined {
  const kept = recent.get(id)
  if (!kept) return undefined
  recent.delete(id)
  recent.set(id, kept)
  return kept.content
}

function remember(id: string, content: FileContent, size: number): void {
  if (recent.has(id) || size > recentLimit / 8) return
  recent.set(id, { content, size })
  recentSize += size
  for (const [oldest, old] of recent) {
    if (recentSize <= recentLimit) return
    recent.delete(oldest)
    recentSize -= old.size
  }
}
