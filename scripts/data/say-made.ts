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
