import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { moveFromServer, moveToServer } from '@/lib/server/data/move-data'
import { environmentFrom } from '@/lib/server/environment'
import { keysIn } from '@/lib/server/keys'
import type { Say } from './main'
import { saySums } from './say-made'
import { withCopy, withLock } from './with-copy'

/** Copies the embedded database into the PostgreSQL of DATABASE_URL, or back. What it is copied from is only read. */
export async function moveData({
  back,
  ...asked
}: {
  back: boolean
  replace: boolean
  now: Date
  say: Say
}): Promise<void> {
  const { databaseUrl, dataFolder, sessionSecret } = environmentFrom(process.env)
  if (!databaseUrl)
    throw new Error(
      'Set DATABASE_URL to the PostgreSQL to copy into (or from, with --back), like postgres://user:password@host/plugwright.',
    )
  const { say } = asked
  if (back) {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    const made = await withLock(dataFolder, (folder) => moveFromServer(databaseUrl, folder, asked))
    saySums(made.sums, say)
    if (made.keptAs) say(`The database that was there is kept as ${made.keptAs}.`)
    say('Start Plugwright without DATABASE_URL, and with the same PLUGWRIGHT_KEY and NEXTAUTH_SECRET.')
    return
  }
  await withCopy(dataFolder, async (copy, running) => {
    saySums(await moveToServer(copy, databaseUrl), say)
    if (running)
      say(
        'Plugwright runs on the embedded database: what is saved from now on is not in PostgreSQL. Stop it first to move for good.',
      )
    if (existsSync(join(dataFolder, 'secrets.json')) && keysIn(dataFolder).session !== sessionSecret)
      say('NEXTAUTH_SECRET is not that of secrets.json in the data folder: everybody has to sign in again.')
    say('Start Plugwright with DATABASE_URL, PLUGWRIGHT_KEY and NEXTAUTH_SECRET as they are set now.')
  })
}
