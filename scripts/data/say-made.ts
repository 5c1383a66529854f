import type { Sums } from '@/lib/server/data/sums'
import type { Say } from './main'

/** What was copied, table by table. */
export function saySums(sums: Sums, say: Say): void {
  const tables = Object.entries(sums)
  const width = Math.max(...tables.map(([name]) => name.length))
  for (const [name, { rows, sha256 }] of tables)
    say(`  ${name.padEnd(width)} ${String(rows).padStart(8)} rows  sha256 ${sha256.slice(0, 12)}…`)
  const rows = tables.reduce((sum, [, table]) => sum + table.rows, 0)
  say(`${rows} rows in ${tables.length} tables: every count and checksum is as it was.`)
}

/** What becomes of what was sealed with another key. */
export function sayKeys(unopened: number, say: Say): void {
  if (unopened === 0) return
  say(
    `${unopened} stored sign-ins of the OAuth playground do not open with this PLUGWRIGHT_KEY: they begin anew, unless secrets.json of the machine that made the backup is put into the data folder.`,
  )
}
