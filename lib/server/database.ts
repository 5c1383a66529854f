import 'server-only'
import { constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '@/lib/generated/prisma/client'
import { putMadeInPlace } from './data/put-made-in-place'
import { environment } from './environment'
import { listenServer, type Hearing } from './events/listen-server'
import { logLine } from './log'
import { setGauge } from './metrics'
import { migrate, migrateServer } from './migrate'

export interface Database {
  prisma: PrismaClient
  /** Hears a channel of notifications until it is closed. */
  listen: (channel: string, hearing: Hearing) => Promise<void>
  close: () => Promise<void>
  /** Copies the folder of an embedded database as it is between two transactions; work that writes waits for so long. */
  copyTo?: (target: string) => Promise<void>
}

/** What runs inside a transaction. Nothing else may be asked while it runs: the embedded database has one connection. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

declare global {
  /** One for the process: two embedded databases on one folder lose data, and modules can be loaded twice. */
  var plugwrightDatabase: Promise<Database> | undefined
}

const clientOptions = {
  /** Prisma's 2 s of waiting are too few for one connection. */
  transactionOptions: { maxWait: 60_000, timeout: 60_000 },
  /** Errors stand in the log: without what was asked with. */
  errorFormat: 'minimal',
} as const

/** The database of this process, opened and migrated at the first call. */
export async function database(): Promise<PrismaClient> {
  return (await openedDatabase()).prisma
}

/** The same with what is not a query. */
export function openedDatabase(): Promise<Database> {
  globalThis.plugwrightDatabase ??= open().catch((error: unknown) => {
    globalThis.plugwrightDatabase = undefined
    throw error
  })
  return globalThis.plugwrightDatabase
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
  pool.on('error', (error) =>
    logLine({ level: 'warn', what: 'A connection to the database was lost', reason: error.message }),
  )
  setGauge('plugwright_database_connections', () => ({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }))
  try {
    await migrateServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), ...clientOptions })
  const deafen: (() => Promise<void>)[] = []
  return {
    prisma,
    listen: async (channel, hearing) => void deafen.push(await listenServer(url, channel, hearing)),
    close: async () => {
      await Promise.all(deafen.map((stop) => stop()))
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Opens the embedded database of a folder, making it where there is none. The caller sees to it that no other process does. */
export async function openEmbedded(folder: string): Promise<Database> {
  putMadeInPlace(folder)
  if (!existsSync(folder)) {
    // made aside, so that a process killed meanwhile leaves nothing half-made in its place
    const draft = `${folder}.new`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    const fresh = await PGlite.create(draft)
    await fresh.close()
    renameSync(draft, folder)
  }
  const pglite = await PGlite.create(folder)
  const copyTo = (target: string) =>
    pglite.transaction(async (transaction) => {
      await transaction.exec('CHECKPOINT')
      await cp(folder, target, { recursive: true, mode: constants.COPYFILE_FICLONE })
    })
  return { ...(await wrapEmbedded(pglite)), copyTo }
}

/** Brings an open PGlite up to date and wraps it. */
export async function wrapEmbedded(pglite: PGlite): Promise<Database> {
  await migrate({
    run: async (script) => void (await pglite.exec(script)),
    query: async (sql, values) => (await pglite.query(sql, values)).rows,
  })
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite), ...clientOptions })
  return {
    prisma,
    listen: async (channel, { onPayload }) => void (await pglite.listen(channel, onPayload)),
    close: async () => {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}
