import 'server-only'
import { z } from 'zod'
import { migrationsIn, type Connection } from '../migrate'
import { lastingTablesOf, quoted, sequencesOf, type Table } from './catalogue'
import { entry, type Entries, type Entry } from './entries'
import { sumsOf } from './sums'

/** About so many bytes, as they are stored, are read at once. */
const partSize = 4 * 1024 * 1024
const mostRows = 1_000

const widthRows = z.array(z.object({ width: z.number() }))

/** Reads all of a database that lasts (`passing-tables.ts`) as it is at one moment, without changing or stopping anything. */
export async function* readDatabase(connection: Connection): Entries {
  await connection.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    yield { entry: 'start', migrations: await migrationsIn(connection) }
    for (const table of await lastingTablesOf(connection)) yield* readTable(connection, table)
    yield { entry: 'end', sums: await sumsOf(connection), sequences: await sequencesOf(connection) }
  } finally {
    await connection.run('ROLLBACK').catch(() => {}) // the connection may be what failed
  }
}

async function* readTable(connection: Connection, table: Table): AsyncGenerator<Entry> {
  const name = quoted(table.name)
  const widths = table.columns.map((column) => `coalesce(pg_column_size(${quoted(column.name)}), 0)`)
  const [widest] = widthRows.parse(
    await connection.query(`SELECT coalesce(max(${widths.join(' + ')}), 0)::int AS width FROM ${name}`, []),
  )
  const count = Math.max(1, Math.min(mostRows, Math.floor(partSize / Math.max(1, widest?.width ?? 1))))
  const values = table.columns.map((column) => `${valueText(column)} AS ${quoted(column.name)}`)
  await connection.run(`DECLARE part NO SCROLL CURSOR FOR SELECT ${values.join(', ')} FROM ${name}`)
  for (;;) {
    const rows = await connection.query(`FETCH ${count} FROM part`, [])
    if (rows.length === 0) break
    yield entry.parse({ entry: 'rows', table: table.name, rows })
  }
  await connection.run('CLOSE part')
}

function valueText({ name, type }: Table['columns'][number]): string {
  return type === 'bytea' ? `translate(encode(${quoted(name)}, 'base64'), E'\\n', '')` : `${quoted(name)}::text`
}
