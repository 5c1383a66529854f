import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { database } from './database'

/** Whether the database answers within so many milliseconds. */
export async function databaseAnswers(within = 2_000): Promise<boolean> {
  const asked = database()
    .then((prisma) => prisma.$queryRaw`SELECT 1`)
    .then(
      () => true,
      () => false,
    )
  return Promise.race([asked, setTimeout(within, false, { ref: false })])
}
