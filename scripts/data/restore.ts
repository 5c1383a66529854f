import { mkdir } from 'node:fs/promises'
import { checkBackup, readBackup } from '@/lib/server/data/backup-file'
import { makeDatabase } from '@/lib/server/data/make-database'
import { environmentFrom } from '@/lib/server/environment'
import type { Say } from './main'
import { saySums } from './say-made'
import { withLock } from './with-copy'

/** Makes the embedded database of a backup, checked before and after. Plugwright must be stopped: its database is replaced. */
export async function restore(asked: { file: string; replace: boolean; now: Date; say: Say }): Promise<void> {
  const { file, say } = asked
  if (process.env.DATABASE_URL)
    throw new Error(
      'DATABASE_URL is set: a backup goes into the embedded database. Restore it without the variable, then run npm run move-data.',
    )
  const { dataFolder } = environmentFrom(process.env)
  const { migrations } = await checkBackup(file)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await withLock(dataFolder, async (folder) => {
    const made = await makeDatabase(folder, { migrations, entries: readBackup(file) }, asked)
    say(`Restored ${file} into ${folder}.`)
    saySums(made.sums, say)
    if (made.keptAs) say(`The database that was there is kept as ${made.keptAs}.`)
  })
}
