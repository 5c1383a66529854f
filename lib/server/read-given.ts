import 'server-only'
import type { z } from 'zod'

/** What a browser gave to a server action, read by its form; undefined for anything else. A browser may send any value. */
export function readGiven<T>(schema: z.ZodType<T>, given: unknown): T | undefined {
  const read = schema.safeParse(given).data
  // no text of the database can hold a NUL
  return JSON.stringify(read)?.includes('\\u0000') ? undefined : read
}
