import 'server-only'
import { z } from 'zod'
import type { Connection } from '../migrate'
import { passingTables } from './passing-tables'

export interface Table {
  name: string
  columns: { name: string; type: string }[]
}

const tableRows = z.array(
  z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) }),
)
const sequenceRows = z.array(z.object({ name: z.string(), value: z.string() }))
const constraintRows = z.array(z.object({ table: z.string(), name: z.string() }))

/**
 * The tables that hold data, with their columns in the order of their names, as the database itself lists them: one that is new is
 * copied without being named anywhere. Left out are the journal of migrations and what is computed.
 */
export async function tablesOf(connection: Connection): Promise<Table[]> {
  const rows = await connection.query(
    `SELECT c.relname AS name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
       ORDER BY a.attname::text COLLATE "C") AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> '_prisma_migrations'
     GROUP BY c.relname ORDER BY c.relname::text COLLATE "C"`,
    [],
  )
  return tableRows.parse(rows)
}

/** Those of them whose rows go into a copy. */
export async function lastingTablesOf(connection: Connection): Promise<Table[]> {
  return (await tablesOf(connection)).filter(({ name }) => !passingTables.has(name))
}

/** How far each sequence that was used has counted. */
export async function sequencesOf(connection: Connection): Promise<Record<string, string>> {
  const rows = await connection.query(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = current_schema() AND last_value IS NOT NULL`,
    [],
  )
  return Object.fromEntries(sequenceRows.parse(rows).map(({ name, value }) => [name, value]))
}

/** The foreign keys that are checked at once. */
export async function foreignKeysOf(connection: Connection): Promise<{ table: string; name: string }[]> {
  const rows = await connection.query(
    `SELECT c.relname AS table, k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND NOT k.condeferrable AND k.conparentid = 0`,
    [],
  )
  return constraintRows.parse(rows)
}

/** A name as SQL spells it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
