import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { database } from './database'

/** The longest window that anything is counted in, in minutes. Older rows count nowhere and go. */
const longest = 15

const countRows = z.array(z.object({ count: z.number(), seconds: z.number() }))

export interface Rate {
  /** How many there are in the window, those just counted included. */
  count: number
  /** Until the window ends. */
  seconds: number
}

/**
 * Counts one of what `key` names, or `weight`, in its window of so many minutes. Rows that are too old for every window go on the way;
 * those in use now wait. `since` is rounded to the millisecond, so it can lie after now: no wait is longer than the window.
 */
export async function takeRate(key: string, minutes: number, weight = 1): Promise<Rate> {
  const prisma = await database()
  const rows = await prisma.$queryRaw`
    WITH gone AS (
      DELETE FROM "RateCount" WHERE key IN (
        SELECT key FROM "RateCount" WHERE since < now() - make_interval(mins => ${longest}::int) AND key <> ${key}
        LIMIT 100 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO "RateCount" (key, count, since) VALUES (${key}, ${weight}::int, now())
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateCount".since < now() - make_interval(mins => ${minutes}::int) THEN ${weight}::int ELSE "RateCount".count + ${weight}::int END,
      since = CASE WHEN "RateCount".since < now() - make_interval(mins => ${minutes}::int) THEN now() ELSE "RateCount".since END
    RETURNING count, least(${minutes}::int * 60,
      ceil(extract(epoch from since + make_interval(mins => ${minutes}::int) - now())))::int AS seconds`
  return countRows.parse(rows)[0] ?? { count: Number.POSITIVE_INFINITY, seconds: minutes * 60 }
}

/** The same, where only the number is asked for. */
export async function countRate(key: string, minutes: number): Promise<number> {
  return (await takeRate(key, minutes)).count
}

/** Takes one back of each: what was counted before it was known to be right. */
export async function giveBackRate(...keys: readonly string[]): Promise<void> {
  const prisma = await database()
  await prisma.rateCount.updateMany({
    where: { key: { in: [...keys] }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  })
}

/** The key of what is counted, and for whom: nothing of it can be read from the database. */
export function rateKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
