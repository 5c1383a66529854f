import 'server-only'
import { z } from 'zod'
import type { Connection } from '../migrate'
import { flowSealName } from '../oauth/flows'
import { unseal } from '../seal'
import { quoted, tablesOf } from './catalogue'

/** Every table that holds something sealed, its key, and the name that a row is sealed under. A test compares it with the catalogue. */
export const sealedTables = [
  { table: 'OAuthFlow', key: 'id', nameOf: flowSealName },
  { table: 'PracticeRecord', key: 'key', nameOf: (key: string) => key },
]

const sealedRows = z.array(z.object({ key: z.string(), sealed: z.string() }))

/** How many sealed rows of a database do not open with the `PLUGWRIGHT_KEY` of this process. */
export async function countUnopened(connection: Connection): Promise<number> {
  const present = new Set((await tablesOf(connection)).map(({ name }) => name))
  let count = 0
  for (const { table, key, nameOf } of sealedTables.filter((one) => present.has(one.table))) {
    const rows = await connection.query(
      `SELECT ${quoted(key)} AS key, encode(sealed, 'base64') AS sealed FROM ${quoted(table)}`,
      [],
    )
    const opens = (row: { key: string; sealed: string }) =>
      unseal(nameOf(row.key), Buffer.from(row.sealed, 'base64')) !== undefined
    count += sealedRows.parse(rows).filter((row) => !opens(row)).length
  }
  return count
}
