import 'server-only'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Connection } from '../migrate'

export interface OpenConnection extends Connection {
  close: () => Promise<void>
}

/** Under these every value has one text that reads back as the same value, whatever the database's own settings are. */
const settings = `SET timezone = 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres'; SET extra_float_digits = 1;
  SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0`

/** Connects to the embedded database of a folder, which nobody else may have open. Makes one in an empty folder. */
export async function connectEmbedded(folder: string): Promise<OpenConnection> {
  const pglite = await PGlite.create(folder)
  await pglite.exec(settings)
  return {
    run: async (script) => void (await pglite.exec(script)),
    query: async (sql, values) => (await pglite.query(sql, values)).rows,
    close: () => pglite.close(),
  }
}

/** Connects to a PostgreSQL server. Throws a sentence where it does not answer. */
export async function connectServer(url: string): Promise<OpenConnection> {
  const client = new pg.Client({ connectionString: url })
  // what runs then fails too, and says so
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const reason = error instanceof Error && error.message ? error.message : String(error)
    throw new Error(`The PostgreSQL of DATABASE_URL does not answer: ${reason}`, { cause: error })
  }
  await client.query(settings)
  return {
    run: async (script) => void (await client.query(script)),
    query: async (sql, values) => (await client.query<Record<string, unknown>>(sql, values)).rows,
    close: () => client.end(),
  }
}
