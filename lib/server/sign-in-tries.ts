import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { database } from './database'

const windowMinutes = 15
/** Wrong passwords in a window: from one network address, and for one e-mail address from anywhere. */
const limits = { address: 10, email: 50 }

/**
 * Counts a try to sign in before the password is looked at, so that many at once do not slip through. False when there were too many:
 * the password must not be looked at then.
 */
export async function mayTry(email: string, address: string): Promise<boolean> {
  const counts = [await count(keyOf(email, address)), await count(keyOf(email, ''))]
  return (counts[0] ?? 0) <= limits.address && (counts[1] ?? 0) <= limits.email
}

/** Forgets the tries from this network address after one that was right. */
export async function forgetTries(email: string, address: string): Promise<void> {
  const prisma = await database()
  await prisma.signInTry.deleteMany({ where: { key: keyOf(email, address) } })
}

const countRows = z.array(z.object({ count: z.number() }))

async function count(key: string): Promise<number> {
  const prisma = await database()
  const rows = await prisma.$queryRaw`
    INSERT INTO "SignInTry" (key, count, since) VALUES (${key}, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "SignInTry".since < now() - make_interval(mins => ${windowMinutes}::int) THEN 1 ELSE "SignInTry".count + 1 END,
      since = CASE WHEN "SignInTry".since < now() - make_interval(mins => ${windowMinutes}::int) THEN now() ELSE "SignInTry".since END
    RETURNING count`
  return countRows.parse(rows)[0]?.count ?? Number.POSITIVE_INFINITY
}

function keyOf(email: string, address: string): string {
  return createHash('sha256')
    .update(JSON.stringify([email, address]))
    .digest('hex')
}
