import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { database } from './database'

/** The longest window that anything is counted in, in minutes. Older rows count nowhere and go. */
const longest = 15

const countRows = z.array(z.object({ count: z.number() }))

/**
 * Counts one of what `key` names, and gives how many there are in its window of so many minutes, this one included. Rows that are
 * too old for every window go on the way; those in use now wait.
 */
export async function countRate(key: string, minutes: number): Promise<number> {
  const prisma = await database()
  const rows = await prisma.$queryRaw`
    WITH gone AS (
      DELETE FROM "RateCount" WHERE key IN (
        SELECT key FROM "RateCount" WHERE since < now() - make_interval(mins => ${longest}::int) AND key <> ${key}
        LIMIT 100 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO "RateCount" (key, count, since) VALUES (${key}, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateCount".since < now() - make_interval(mins => ${minutes}::int) THEN 1 ELSE "RateCount".count + 1 END,
      since = CASE WHEN "RateCount".since < now() - make_interval(mins => ${minutes}::int) THEN now() ELSE "RateCount".since END
    RETURNING count`
  return countRows.parse(rows)[0]?.count ?? Number.POSITIVE_INFINITY
}

/** The key of what is counted, and for whom: nothing of it can be read from the database. */
export function rateKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
