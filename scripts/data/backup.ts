import { existsSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeBackup } from '@/lib/server/data/backup-file'
import { connectEmbedded } from '@/lib/server/data/connection'
import { passingTables } from '@/lib/server/data/passing-tables'
import { readDatabase } from '@/lib/server/data/read-database'
import { stampOf } from '@/lib/server/data/snapshot-names'
import { backupFolder } from '@/lib/server/data/snapshots'
import { environmentFrom } from '@/lib/server/environment'
import type { Say } from './main'
import { withCopy } from './with-copy'

/** Writes a backup of the embedded database, whether or not Plugwright runs. The secrets of the data folder are not in it. */
export async function backup({ file, now, say }: { file?: string; now: Date; say: Say }): Promise<void> {
  const without = [...passingTables].map((name) => `--exclude-table-data='"${name}"'`).join(' ')
  if (process.env.DATABASE_URL)
    throw new Error(
      `DATABASE_URL is set: back up PostgreSQL with its own tool, pg_dump --format=custom ${without} --file=plugwright.dump "$DATABASE_URL".`,
    )
  const { dataFolder } = environmentFrom(process.env)
  const target = file ?? join(backupFolder(dataFolder), `backup-${stampOf(now)}Z.backup`)
  if (existsSync(target)) throw new Error(`${target} exists already: name another file, or remove it first.`)
  await withCopy(dataFolder, async (copy) => {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const source = await connectEmbedded(copy)
    try {
      await writeBackup(target, readDatabase(source), now)
    } finally {
      await source.close()
    }
  })
  say(`Wrote ${target} (${(statSync(target).size / 1024 / 1024).toFixed(1)} MiB).`)
  say(
    'It holds everything but the keys and the sign-ins of the OAuth playground: keep a copy of secrets.json of the data folder elsewhere.',
  )
}
