import { z } from 'zod'
import { database } from '@/lib/server/database'

/** The rows of each table, as a text. */
export type Contents = Readonly<Record<string, string>>

const names = z.array(z.object({ name: z.string() }))
const contents = z.array(z.object({ name: z.string(), rows: z.string() }))
/** What asking alone changes: counts for limits, and when a session was used last. */
const uncounted = ['RateCount', 'Session']

/** Everything in the database, to see whether a request changed anything. Sessions count by their ids. */
export async function tableContents(): Promise<Contents> {
  const prisma = await database()
  const parts = (await tableNames())
    .filter((name) => !uncounted.includes(name))
    .map(
      (name) => `SELECT '${name}' AS name, coalesce(json_agg(t ORDER BY t::text)::text, '') AS rows FROM "${name}" t`,
    )
  const sessions = `SELECT 'Session' AS name, coalesce(string_agg(id, ' ' ORDER BY id), '') AS rows FROM "Session"`
  const found = contents.parse(await prisma.$queryRawUnsafe([...parts, sessions].join(' UNION ALL ')))
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]))
}

/** Lays a copy of every table aside, as it is now. */
export async function keepTables(): Promise<void> {
  const copies = (await tableNames()).map((name) => `CREATE TABLE kept."${name}" AS TABLE "${name}";`)
  await run(['DROP SCHEMA IF EXISTS kept CASCADE;', 'CREATE SCHEMA kept;', ...copies])
}

/** Gives these tables what was laid aside. */
export async function putBackTables(tables: readonly string[]): Promise<void> {
  // foreign keys are no concern: what they lead to is put back as well, or was never another
  const replica = `PERFORM set_config('session_replication_role', 'replica', true);`
  await run([replica, ...tables.map((name) => `DELETE FROM "${name}"; INSERT INTO "${name}" TABLE kept."${name}";`)])
}

let known: Promise<string[]> | undefined
/** The same in every database that has our migrations. */
const tableNames = () => (known ??= findTables())

async function findTables(): Promise<string[]> {
  const prisma = await database()
  const rows =
    await prisma.$queryRaw`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`
  return names.parse(rows).map(({ name }) => name)
}

async function run(statements: readonly string[]): Promise<void> {
  const prisma = await database()
  await prisma.$executeRawUnsafe(`DO $$ BEGIN ${statements.join(' ')} END $$`)
}
