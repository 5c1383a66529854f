import 'server-only'
import { object, string } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'

const metaSchema = object({ driverAdapterError: object({ cause: object({ originalCode: string() }) }) })

/** SQLSTATE of a character that is not in the encoding, of an escape that no text can hold, of JSON that is none. */
const codes = ['22021', '22P05', '22P02']

/** True where the database refused a value for what it is: a NUL in a text, half a character in JSON. */
export function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const meta = metaSchema.safeParse(error.meta)
  return meta.success && codes.includes(meta.data.driverAdapterError.cause.originalCode)
}
