import 'server-only'
import { createGuest, signUp } from '../accounts'
import { writeAudit } from '../audit'
import { database } from '../database'
import { createProject } from '../projects'
import { saveRevision } from '../save'
import { seal } from '../seal'
import { startSession } from '../sessions'
import type { Connection } from '../migrate'

export const oddText = 'it\'s "odd"\\\n\t\u2028天気 🌦 \\N \u0001 {a,b}'
const allBytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7 + (index >> 8)) % 256)

/** The files of the project that `writeContent` makes. */
export const contentFiles = new Map<string, string | Uint8Array>([
  ['manifest.yaml', 'version: 0.0.1\nauthor: ada\nname: weather\n'],
  ['__proto__', oddText],
  ['_assets/photo.png', allBytes],
  ['empty.txt', ''],
])

/** Puts something of everything into the database of this process. Gives the ids. */
export async function writeContent(): Promise<{ projectId: string; sessionId: string; flowId: string }> {
  const prisma = await database()
  const signed = await signUp(
    { email: 'ada@example.com', password: 'correct horse', name: oddText, address: '::1' },
    await createGuest(),
  )
  if (!signed.ok) throw new Error(signed.reason)
  const userId = signed.user.id
  const sessionId = await startSession(userId, oddText)
  const made = await createProject(userId, contentFiles)
  if (!made.ok) throw new Error(made.reason)
  const { headId } = await prisma.project.findUniqueOrThrow({ where: { id: made.id } })
  const changes = [{ path: 'more.txt', text: oddText }]
  await saveRevision({ projectId: made.id, userId, base: headId ?? '', changes, save: 'a' })
  const flowId = crypto.randomUUID()
  const sealed = seal(`oauth flow ${flowId}`, { secret: oddText })
  await prisma.oAuthFlow.create({ data: { id: flowId, userId, sessionId, sealed, expiresAt: new Date(4e12 + 1) } })
  await prisma.oAuthAuthorization.create({ data: { stateHash: 'state', flowId, cookieHash: 'cookie' } })
  await prisma.practiceRecord.create({ data: { key: 'practice', sealed: seal('practice', { secret: oddText }) } })
  await prisma.$transaction((tx) =>
    writeAudit(tx, { userId, action: 'project.create', detail: { oddText, n: 1.5e-7 } }),
  )
  return { projectId: made.id, sessionId, flowId }
}

/** A table that no code of the app knows, with types that it does not use today. */
export async function addLaterTable(connection: Connection, filled: boolean): Promise<void> {
  await connection.run(`CREATE TYPE "Mood" AS ENUM ('so so', 'it''s');
    CREATE TABLE "Later table" (id bigserial PRIMARY KEY, "select" text[], at timestamp(6), zone timestamptz(6), span interval,
      real float8, exact numeric(30, 10), doc json, docs jsonb, mood "Mood", yes bool, bytes bytea, uid uuid, day date,
      double bigint GENERATED ALWAYS AS (id * 2) STORED, parent bigint REFERENCES "Later table" (id))`)
  if (!filled) return
  await connection.run(`INSERT INTO "Later table" ("select", at, zone, span, real, exact, doc, docs, mood, yes, bytes, uid, day, parent) VALUES
    (ARRAY['a,b', NULL, '"q"', 'NULL', ''], '1999-12-31 23:59:59.999999', '0044-03-15 12:00:00.000001+01 BC', '1 mon -2 days 03:04:05.6',
     0.1::float8 + 0.2, 12345678901234567890.0123456789, '{"b":1,  "a":1, "a":2}', '{"b":1.10,"a":"\\u2028"}', 'it''s', true,
     '\\x0001ff00', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'infinity', 2),
    ('{}', 'infinity', NULL, NULL, 'NaN', 'NaN', 'null', '[]', 'so so', NULL, '', NULL, '0001-01-01', 1),
    (NULL, NULL, NULL, NULL, '-Infinity', NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL)`)
}
