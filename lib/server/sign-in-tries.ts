import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { database } from './database'

const windowMinutes = 15
/**
 * Failed tries in a window: from one network address with whatever e-mail addresses (many people may share it), with one e-mail
 * address from one network address, and with one e-mail address from anywhere.
 */
const limits = { address: 100, pair: 10, email: 50 }

/**
 * Counts a try to sign in before the password is looked at, so that many at once do not slip through. False when there were too many:
 * the password must not be looked at then. A refused try counts no further, so that one address cannot lock an account for everybody.
 */
export async function mayTry(email: string, address: string): Promise<boolean> {
  const keys = keysOf(email, address)
  return (
    (await count(keys.address)) <= limits.address &&
    (await count(keys.pair)) <= limits.pair &&
    (await count(keys.email)) <= limits.email
  )
}

/** Takes a try back that was right: only failed ones stay. Earlier ones of this e-mail address from this network are forgotten too. */
export async function forgetTries(email: string, address: string): Promise<void> {
  const prisma = await database()
  const keys = keysOf(email, address)
  await prisma.signInTry.deleteMany({ where: { key: keys.pair } })
  await prisma.signInTry.updateMany({
    where: { key: { in: [keys.address, keys.email] }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  })
}

const countRows = z.array(z.object({ count: z.number() }))

/** Counts one and gives how many there are in the window. Rows of windows that are over go on the way; those in use now wait. */
async function count(key: string): Promise<number> {
  const prisma = await database()
  const rows = await prisma.$queryRaw`
    WITH gone AS (
      DELETE FROM "SignInTry" WHERE key IN (
        SELECT key FROM "SignInTry" WHERE since < now() - make_interval(mins => ${windowMinutes}::int) AND key <> ${key}
        LIMIT 100 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO "SignInTry" (key, count, since) VALUES (${key}, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "SignInTry".since < now() - make_interval(mins => ${windowMinutes}::int) THEN 1 ELSE "SignInTry".count + 1 END,
      since = CASE WHEN "SignInTry".since < now() - make_interval(mins => ${windowMinutes}::int) THEN now() ELSE "SignInTry".since END
    RETURNING count`
  return countRows.parse(rows)[0]?.count ?? Number.POSITIVE_INFINITY
}

function keysOf(email: string, address: string): { address: string; pair: string; email: string } {
  return { address: keyOf('', address), pair: keyOf(email, address), email: keyOf(email, '') }
}

function keyOf(email: string, address: string): string {
  return createHash('sha256')
    .update(JSON.stringify([email, address]))
    .digest('hex')
}
