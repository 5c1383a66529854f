import 'server-only'
import { migrate, migrationLock, migrationsIn } from '../migrate'
import { tablesOf } from './catalogue'
import { connectEmbedded, connectServer } from './connection'
import { makeDatabase, type Made } from './make-database'
import { readDatabase } from './read-database'
import type { Connection } from '../migrate'
import type { Sums } from './sums'
import { writeDatabase } from './write-database'

/**
 * Moves the embedded database in `copy`, which nobody else has open, into the empty PostgreSQL at this URL. Throws a sentence where it
 * cannot be done; then nothing of it is there. Sign-ins of the OAuth playground stay behind and begin anew (`passing-tables.ts`).
 */
export async function moveToServer(copy: string, url: string): Promise<Sums> {
  const source = await connectEmbedded(copy)
  try {
    await migrate(source)
    const target = await connectServer(url)
    try {
      // as an app that starts does: one of the two waits
      await target.query('SELECT pg_advisory_lock($1)', [String(migrationLock)])
      await requireOurs(target)
      await migrate(target)
      return await writeDatabase(target, readDatabase(source))
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Moves the PostgreSQL at this URL into a data folder, whose lock the caller holds. The server's data is only read. */
export async function moveFromServer(
  url: string,
  dataFolder: string,
  options: { replace: boolean; now: Date },
): Promise<Made> {
  const source = await connectServer(url)
  try {
    const migrations = await migrationsIn(source)
    return await makeDatabase(dataFolder, { migrations, entries: readDatabase(source) }, options)
  } finally {
    await source.close()
  }
}

async function requireOurs(target: Connection): Promise<void> {
  if ((await migrationsIn(target)).length > 0) return
  const [table] = await tablesOf(target)
  if (table)
    throw new Error(
      `The database of DATABASE_URL holds tables of another program (${table.name}). Name an empty database; nothing was changed.`,
    )
}
