import 'server-only'
import { z } from 'zod'
import { sums } from './sums'

const row = z.record(z.string(), z.string().nullable())

/**
 * A database as a stream: its migrations, its rows in parts of a few MiB, and what they must come to. What reads one (a database, a
 * file) goes with what writes one (a database, a file). Every value is the text that PostgreSQL gives it, bytes are base64.
 */
export const entry = z.discriminatedUnion('entry', [
  z.object({
    entry: z.literal('start'),
    migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  }),
  z.object({ entry: z.literal('rows'), table: z.string(), rows: z.array(row) }),
  z.object({ entry: z.literal('end'), sums, sequences: z.record(z.string(), z.string()) }),
])
export type Entry = z.infer<typeof entry>
export type Entries = AsyncIterable<Entry>
