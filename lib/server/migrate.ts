import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'

/** One connection: all that is needed of a database, embedded or a server's, to migrate it or to copy it. */
export interface Connection {
  run: (script: string) => Promise<void>
  query: (sql: string, values: string[]) => Promise<unknown[]>
}

/** A migration and the SHA-256 of its text. */
export interface Migration {
  name: string
  checksum: string
}

/** The lock that Prisma's own engine takes too. */
export const migrationLock = 72_707_369

/** Prisma's own table, so that `prisma migrate deploy` stays usable. */
const journal = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

const journalFound = z.array(z.object({ found: z.boolean() }))
const migrationRows = z.array(z.object({ name: z.string(), checksum: z.string() }))
const journalRows = z.array(z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() }))

const ownFolder = () => join(process.cwd(), 'prisma/migrations')

/**
 * Applies the migrations of prisma/migrations that the database does not have yet, each in a transaction with its journal
 * entry, of `only` those that are named. Refuses when one that was applied has changed or did not finish.
 */
export async function migrate(
  connection: Connection,
  folder = ownFolder(),
  only?: ReadonlySet<string>,
): Promise<string[]> {
  await connection.run(journal)
  const rows = journalRows.parse(
    await connection.query(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
      [],
    ),
  )
  const done = new Map(rows.map((row) => [row.migration_name, row]))
  const applied: string[] = []
  for (const { name, script, checksum } of migrationsOf(folder)) {
    if (only && !only.has(name)) continue
    const row = done.get(name)
    if (row && !row.finished)
      throw new Error(`Mend the database by hand: its migration ${name} began and did not finish.`)
    if (row && row.checksum !== checksum) {
      throw new Error(`Restore prisma/migrations/${name}: the database was made by another text of it.`)
    }
    if (row) continue
    // the name comes from our own folder and has neither quotes nor dollars
    await connection.run(`BEGIN;\n${script}\n;INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES ('${randomUUID()}', '${checksum}', '${name}', now(), 1);\nCOMMIT;`)
    applied.push(name)
  }
  return applied
}

/** The migrations that a database has, in their order; none where it is empty. */
export async function migrationsIn(connection: Connection): Promise<Migration[]> {
  const [found] = journalFound.parse(
    await connection.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`, []),
  )
  if (!found?.found) return []
  const rows = await connection.query(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
    [],
  )
  return migrationRows.parse(rows)
}

/** The migrations of prisma/migrations, in their order. */
export function ownMigrations(): Migration[] {
  return migrationsOf(ownFolder()).map(({ name, checksum }) => ({ name, checksum }))
}

/** The same for a server, where several processes may start at once: one migrates, the others wait. */
export async function migrateServer(pool: pg.Pool, folder?: string): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    return await migrate(
      {
        run: async (script) => void (await client.query(script)),
        query: async (sql, values) => (await client.query(sql, values)).rows,
      },
      folder,
    )
  } finally {
    client.release(true) // ends the connection, and with it the lock and a transaction that failed
  }
}

function migrationsOf(folder: string): (Migration & { script: string })[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d+_[a-z0-9_]+$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}
