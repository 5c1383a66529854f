import 'server-only'
import { createHmac, generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { z } from 'zod'
import { database } from '../database'
import { keys } from '../keys'
import { seal, unseal } from '../seal'

const name = 'practice keys'
const jwk = z.looseObject({ kty: z.string(), d: z.string() })

/** The key that signs ID tokens, made at first and the same for every process. */
export async function signingKey(): Promise<JsonWebKey> {
  const prisma = await database()
  const made = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  await prisma.practiceRecord.createMany({ data: { key: name, sealed: seal(name, made) }, skipDuplicates: true })
  const row = await prisma.practiceRecord.findUniqueOrThrow({ where: { key: name } })
  const read = jwk.safeParse(unseal(name, row.sealed))
  if (read.success) return read.data
  // sealed with a PLUGWRIGHT_KEY of before
  await prisma.practiceRecord.update({ where: { key: name }, data: { sealed: seal(name, made) } })
  return made
}

/** A secret for a purpose of the practice provider; as lasting as PLUGWRIGHT_KEY. */
export function practiceSecret(purpose: string): string {
  return createHmac('sha256', keys().encryption).update(`practice ${purpose}`).digest('base64url')
}
