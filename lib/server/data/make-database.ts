import 'server-only'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate, ownMigrations, type Migration } from '../migrate'
import { connectEmbedded } from './connection'
import type { Entries } from './entries'
import type { Sums } from './sums'
import { writeDatabase } from './write-database'

export interface Made {
  sums: Sums
  /** Where the database that was there is now. */
  keptAs?: string
}

/**
 * Makes the embedded database of a data folder from entries of these migrations, brings it up to date and moves it to its place when it
 * is whole. One that is there is refused, or kept aside. The caller holds the lock of the folder.
 *
 * A process that is killed leaves `database.making`, which nobody opens, or between the last two steps `database.made`, which the next
 * start puts in place (`openEmbedded`).
 */
export async function makeDatabase(
  dataFolder: string,
  source: { migrations: readonly Migration[]; entries: Entries },
  { replace, now }: { replace: boolean; now: Date },
): Promise<Made> {
  const place = join(dataFolder, 'database')
  if (existsSync(place) && !replace)
    throw new Error(
      `${dataFolder} has a database already. Say --replace to put this one in its place: the old one is kept beside it.`,
    )
  requireKnown(source.migrations)
  const sums = await fill(`${place}.making`, source)
  await rm(`${place}.made`, { recursive: true, force: true })
  await rename(`${place}.making`, `${place}.made`)
  const keptAs = existsSync(place) ? `${place}.before-${now.toISOString().replace(/[:.]/g, '-')}` : undefined
  if (keptAs) await rename(place, keptAs)
  await rename(`${place}.made`, place)
  return { sums, keptAs }
}

async function fill(draft: string, source: { migrations: readonly Migration[]; entries: Entries }): Promise<Sums> {
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const connection = await connectEmbedded(draft)
  try {
    await migrate(connection, undefined, new Set(source.migrations.map(({ name }) => name)))
    const sums = await writeDatabase(connection, source.entries)
    await migrate(connection)
    return sums
  } finally {
    await connection.close()
  }
}

/** The data of an older version is brought up to date; what a newer one made is not understood here. */
function requireKnown(migrations: readonly Migration[]): void {
  const own = ownMigrations()
  if (
    migrations.length > 0 &&
    migrations.every((one, at) => own[at]?.name === one.name && own[at].checksum === one.checksum)
  )
    return
  throw new Error(
    'This data was made by a newer Plugwright, or by another: bring Plugwright up to date first. Nothing was changed.',
  )
}
