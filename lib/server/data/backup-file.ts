import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import type { Migration } from '../migrate'
import { entry, type Entries } from './entries'
import type { Sums } from './sums'

/** A backup is gzipped lines of JSON: this, the entries, and the SHA-256 of all lines before it. */
const head = z.object({ plugwright: z.literal('backup'), format: z.literal(1), made: z.string() })
const foot = z.object({ sha256: z.string() })

/** Writes a backup beside its place, readable by its owner only, and moves it there when all of it is on the disk. */
export async function writeBackup(file: string, entries: Entries, made: Date): Promise<void> {
  const draft = `${file}.part`
  await rm(draft, { force: true })
  try {
    await pipeline(lines(entries, made), createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* lines(entries: Entries, made: Date): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line({ plugwright: 'backup', format: 1, made: made.toISOString() })
  for await (const one of entries) yield line(one)
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}

/**
 * Reads a backup. Throws a sentence where it is none, or damaged: what is damaged late is seen late, so a backup is checked before it is
 * used (`checkBackup`).
 */
export async function* readBackup(file: string): Entries {
  const hash = createHash('sha256')
  let last: Buffer | undefined
  let read = 0
  try {
    for await (const line of linesOf(file)) {
      // the last line is no entry, so each waits until there is another
      if (last) {
        hash.update(last).update('\n')
        if (read === 0) head.parse(parsed(last))
        else yield entry.parse(parsed(last))
        read += 1
      }
      last = line
    }
    if (foot.parse(last && parsed(last)).sha256 !== hash.digest('hex')) throw new Error('its checksum is another')
  } catch (error) {
    if (isMissing(error)) throw new Error(`There is no file ${file}.`, { cause: error })
    const sentence = read === 0 ? `${file} is not a backup of Plugwright` : `The backup ${file} is damaged`
    throw new Error(`${sentence}: nothing was changed.`, { cause: error })
  }
}

/** Reads all of a backup and sees to it that nothing is amiss. Gives what it says of itself. */
export async function checkBackup(file: string): Promise<{ migrations: Migration[]; sums: Sums }> {
  let migrations: Migration[] = []
  let sums: Sums = {}
  for await (const one of readBackup(file)) {
    if (one.entry === 'start') migrations = one.migrations
    if (one.entry === 'end') sums = one.sums
  }
  return { migrations, sums }
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  let rest: Buffer[] = []
  try {
    for await (const chunk of source.pipe(gunzip)) {
      const bytes = Buffer.from(chunk)
      let start = 0
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        yield Buffer.concat([...rest, bytes.subarray(start, end)])
        rest = []
        start = end + 1
      }
      rest.push(bytes.subarray(start))
    }
  } finally {
    source.destroy()
  }
}

function parsed(line: Buffer): unknown {
  return JSON.parse(line.toString('utf8'))
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
