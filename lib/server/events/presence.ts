import 'server-only'
import { array, number, object, string } from 'zod'
import { database } from '../database'
import { publish } from './events'

/** Where somebody is: a file and, as a JSON pointer, a field of it. */
export const placeSchema = object({ file: string().max(1024).default(''), at: string().max(2048).default('') })

export interface Place {
  readonly file: string
  readonly at: string
}

/** Somebody who has the project open, once for all their tabs: where they moved last. */
export interface Person {
  readonly userId: string
  readonly name: string
  readonly place: Place
  /** How many tabs they have it open in. */
  readonly tabs: number
}

/** A tab, or the stream that its browser reads, says every 4 s that it is there; one that missed two of them is gone. */
const GONE_SECONDS = 8

const beatRows = array(object({ moved: number() }))

/** Notes that a tab is there, and tells others when it came or moved. A tab's name belongs to whoever used it first. */
export async function beat(of: { tab: string; projectId: string; userId: string; place: Place }): Promise<void> {
  const prisma = await database()
  const place = JSON.stringify({ file: of.place.file, at: of.place.at })
  const rows = await prisma.$queryRaw`
    WITH before AS (
      SELECT place - 'moved' AS place FROM "Presence"
      WHERE id = ${of.tab} AND "projectId" = ${of.projectId} AND "seenAt" > now() - make_interval(secs => ${GONE_SECONDS})
    ), fresh AS (SELECT ${place}::jsonb AS place)
    INSERT INTO "Presence" (id, "projectId", "userId", place, "seenAt")
    SELECT ${of.tab}, ${of.projectId}, ${of.userId},
      fresh.place || jsonb_build_object('moved', extract(epoch FROM clock_timestamp())), clock_timestamp() FROM fresh
    ON CONFLICT (id) DO UPDATE SET "projectId" = excluded."projectId", "seenAt" = excluded."seenAt",
      place = CASE WHEN "Presence".place - 'moved' = excluded.place - 'moved' THEN "Presence".place ELSE excluded.place END
    WHERE "Presence"."userId" = excluded."userId"
    RETURNING CASE WHEN place - 'moved' = (SELECT place FROM before) THEN 0 ELSE 1 END AS moved`
  if (beatRows.parse(rows)[0]?.moved === 1) await publish({ kind: 'people', projectId: of.projectId })
}

/** Keeps tabs that have said where they are: the browser that they are in reads a stream for them. */
export async function keepTabs(of: {
  tabs: readonly string[]
  projects: readonly string[]
  userId: string
}): Promise<void> {
  const prisma = await database()
  await prisma.$executeRaw`
    UPDATE "Presence" SET "seenAt" = clock_timestamp()
    WHERE id = ANY(${of.tabs}) AND "projectId" = ANY(${of.projects}) AND "userId" = ${of.userId}`
}

/** A tab says that it goes. */
export async function leave(of: { tab: string; projectId: string; userId: string }): Promise<void> {
  const prisma = await database()
  const { count } = await prisma.presence.deleteMany({
    where: { id: of.tab, projectId: of.projectId, userId: of.userId },
  })
  if (count > 0) await publish({ kind: 'people', projectId: of.projectId })
}

const personRows = array(
  object({ projectId: string(), userId: string(), name: string(), place: placeSchema, tabs: number() }),
)

/** Who is in these projects now, in an order that stays. */
export async function peopleIn(projects: readonly string[]): Promise<Map<string, Person[]>> {
  const prisma = await database()
  const rows = await prisma.$queryRaw`
    SELECT DISTINCT ON ("projectId", "userId") "projectId", "userId", "User".name, place,
      (count(*) OVER (PARTITION BY "projectId", "userId"))::int AS tabs
    FROM "Presence" JOIN "User" ON "User".id = "userId"
    WHERE "projectId" = ANY(${projects}) AND "seenAt" > now() - make_interval(secs => ${GONE_SECONDS})
    ORDER BY "projectId", "userId", (place->>'moved')::float DESC`
  const people = new Map<string, Person[]>(projects.map((id) => [id, []]))
  for (const { projectId, ...person } of personRows.parse(rows)) people.get(projectId)?.push(person)
  return people
}

/** Removes what tabs left that never said that they go. */
export async function removeGoneTabs(): Promise<void> {
  const prisma = await database()
  await prisma.$executeRaw`DELETE FROM "Presence" WHERE "seenAt" < now() - interval '1 minute'`
}
