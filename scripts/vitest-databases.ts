import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, migrateServer } from '../lib/server/migrate'
import { postgresFolder, startPostgres } from './postgres.mjs'

/** What the suites on databases begin with: made once a run, since making them takes longer than most suites. */
export interface EmptyDatabases {
  /** A file: the data of an embedded database that was brought up to date, and holds nothing. */
  embedded: string
  /** A PostgreSQL server that has the same as the database `empty`, to be copied. Absent where none is installed. */
  postgres?: string
}

declare module 'vitest' {
  interface ProvidedContext {
    emptyDatabases: EmptyDatabases
  }
}

export default async function makeEmptyDatabases(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'plugwright-empty-'))
  const embedded = join(folder, 'embedded.tar')
  const pglite = await PGlite.create()
  await migrate({
    run: async (script) => void (await pglite.exec(script)),
    query: async (sql, values) => (await pglite.query(sql, values)).rows,
  })
  writeFileSync(embedded, new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await pglite.close()
  const binaries = postgresFolder()
  const server = binaries === undefined ? undefined : await startPostgres(binaries)
  if (server) await makeEmpty(server.url)
  project.provide('emptyDatabases', { embedded, postgres: server?.url })
  return () => {
    server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE DATABASE empty')
  await client.end()
  const pool = new pg.Pool({ connectionString: url.replace(/\/postgres$/, '/empty') })
  await migrateServer(pool)
  await pool.end()
}
