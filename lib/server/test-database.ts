import 'server-only'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { PrismaClient } from '@/lib/generated/prisma/client'
import { postgresFolder, startPostgres } from '@/scripts/postgres.mjs'
import { database, openServer, wrapEmbedded } from './database'
import { closeStreams } from './events/streams'

export { postgresFolder, startPostgres }

/** Runs the suite on the embedded database and on a real PostgreSQL, each empty, each as the database of this process. */
export function describeOnDatabases(title: string, suite: (name: 'PGlite' | 'PostgreSQL') => void): void {
  describeOnEmbedded(`${title} on PGlite`, () => suite('PGlite'))
  describeWithPostgres(title, () => {
    beforeAll(() => {
      globalThis.plugwrightDatabase = copyEmpty(inject('emptyDatabases').postgres ?? '').then(openServer)
    })
    closeAfterwards()
    suite('PostgreSQL')
  })
}

/** Runs the suite beside a PostgreSQL server of its own, whose address `url` gives from the first `beforeAll` of the suite on. */
export function describeOnPostgres(title: string, suite: (url: () => string) => void): void {
  describeWithPostgres(title, (binaries) => {
    let server: Awaited<ReturnType<typeof startPostgres>> | undefined
    beforeAll(async () => {
      server = await startPostgres(binaries)
    })
    afterAll(() => server?.stop()) // after those of the suite: they run from the last to the first
    suite(() => server?.url ?? '')
  })
}

function describeWithPostgres(title: string, suite: (binaries: string) => void): void {
  const binaries = postgresFolder()
  if (!binaries) {
    if (process.env.CI === 'true')
      throw new Error('Install PostgreSQL: CI runs every server suite on it, and no server was found.')
    console.info(`SKIPPED: ${title} on PostgreSQL (no server found in /usr/lib/postgresql or on PATH)`)
  }
  describe.skipIf(!binaries)(`${title} on PostgreSQL`, () => suite(binaries ?? ''))
}

/** For what does not depend on the database: the suite on an empty embedded one. */
export function describeOnEmbedded(title: string, suite: () => void): void {
  describe(title, () => {
    beforeAll(() => {
      const loadDataDir = new Blob([readFileSync(inject('emptyDatabases').embedded)])
      globalThis.plugwrightDatabase = PGlite.create({ loadDataDir }).then(wrapEmbedded)
    })
    closeAfterwards()
    suite()
  })
}

/** A new database on the server of the run, with all tables and nothing in them. Gives its address. */
async function copyEmpty(server: string): Promise<string> {
  const name = `suite_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} TEMPLATE empty`)
  await client.end()
  return server.replace(/\/postgres$/, `/${name}`)
}

function closeAfterwards(): void {
  afterAll(async () => {
    closeStreams()
    const opened = globalThis.plugwrightDatabase
    globalThis.plugwrightDatabase = undefined
    await (await opened)?.close()
  })
}

/** Empties every table. Row by row: for the few of a test that is much faster than TRUNCATE, which makes new files. */
export async function emptyDatabase(): Promise<PrismaClient> {
  const prisma = await database()
  await prisma.$executeRawUnsafe(`DO $$ DECLARE t name; BEGIN
    PERFORM set_config('session_replication_role', 'replica', true); -- in whatever order
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
      EXECUTE format('DELETE FROM %I', t);
    END LOOP;
  END $$`)
  return prisma
}
