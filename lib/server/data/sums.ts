import 'server-only'
import { z } from 'zod'
import type { Connection } from '../migrate'
import { lastingTablesOf, quoted, type Table } from './catalogue'

/** What a table holds: how many rows, and the SHA-256 of all of them, in whatever order they lie. */
export const sum = z.object({ rows: z.number(), sha256: z.string() })
export const sums = z.record(z.string(), sum)
export type Sums = z.infer<typeof sums>

const sumRows = z.array(sum)

/** Counts every table whose rows go into a copy, and computes its checksum in the database itself. */
export async function sumsOf(connection: Connection): Promise<Sums> {
  const result: Sums = {}
  for (const table of await lastingTablesOf(connection)) {
    const rows = await connection.query(
      `SELECT count(*)::int AS rows, encode(sha256(convert_to(coalesce(string_agg(h, '' ORDER BY h COLLATE "C"), ''), 'UTF8')), 'hex') AS sha256
       FROM (SELECT encode(sha256(convert_to(ROW(${table.columns.map(valueText).join(', ')})::text, 'UTF8')), 'hex') AS h
             FROM ${quoted(table.name)}) AS hashes`,
      [],
    )
    result[table.name] = sumRows.parse(rows)[0] ?? { rows: 0, sha256: '' }
  }
  return result
}

/** The tables in which two databases differ. */
export function differingTables(one: Sums, other: Sums): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name]?.rows !== other[name]?.rows || one[name]?.sha256 !== other[name]?.sha256)
}

function valueText({ name, type }: Table['columns'][number]): string {
  return type === 'bytea' ? `encode(sha256(${quoted(name)}), 'hex')` : `${quoted(name)}::text`
}
