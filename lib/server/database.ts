import 'server-only'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '@/lib/generated/prisma/client'
import { environment } from './environment'
import { migrate, migrateServer } from './migrate'

export interface Database {
  prisma: PrismaClient
  close: () => Promise<void>
}

/** What runs inside a transaction. Nothing else may be asked while it runs: the embedded database has one connection. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

declare global {
  /** One for the process: two embedded databases on one folder lose data, and modules can be loaded twice. */
  var plugwrightDatabase: Promise<Database> | undefined
}

/** How long a transaction may wait for the connection and may take; Prisma's 2 s of waiting are too few for one connection. */
const transactionOptions = { maxWait: 60_000, timeout: 60_000 }

/** The database of this process, opened and migrated at the first call. */
export async function database(): Promise<PrismaClient> {
  globalThis.plugwrightDatabase ??= open().catch((error: unknown) => {
    globalThis.plugwrightDatabase = undefined
    throw error
  })
  return (await globalThis.plugwrightDatabase).prisma
}

async function open(): Promise<Database> {
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    throw new Error(
      'The build must not open the database: mark the page with `export const dynamic = "force-dynamic"`.',
    )
  }
  const { databaseUrl, dataFolder } = environment()
  return databaseUrl ? openServer(databaseUrl) : openEmbedded(join(dataFolder, 'database'))
}

/** Opens a PostgreSQL server and brings it up to date. */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c timezone=UTC' })
  pool.on('error', (error) => console.info(`A connection to the database was lost: ${error.message}`))
  try {
    await migrateServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions })
  return {
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Opens the embedded database of a folder, making it where there is none. The caller sees to it that no other process does. */
export async function openEmbedded(folder: string): Promise<Database> {
  if (!existsSync(folder)) {
    // made aside, so that a process killed meanwhile leaves nothing half-made in its place
    const draft = `${folder}.new`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    const fresh = await PGlite.create(draft)
    await fresh.close()
    renameSync(draft, folder)
  }
  return wrapEmbedded(await PGlite.create(folder))
}

/** Brings an open PGlite up to date and wraps it. */
export async function wrapEmbedded(pglite: PGlite): Promise<Database> {
  await migrate({
    run: async (script) => void (await pglite.exec(script)),
    query: async (sql, values) => (await pglite.query(sql, values)).rows,
  })
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions })
  return {
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}
