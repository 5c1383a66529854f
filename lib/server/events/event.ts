import 'server-only'
import { literal, strictObject, string, union, type z } from 'zod'

const id = string().min(1).max(100)

/** What others should hear of. Ids only: what happened is read by whoever hears it, with the rights that they have then. */
export const eventSchema = union([
  strictObject({ kind: literal('saved'), projectId: id, revision: id }),
  /** Renamed, deleted or put back. */
  strictObject({ kind: literal('project'), projectId: id }),
  /** The rights of everybody in a project, or of one person everywhere, may be others now. */
  strictObject({ kind: literal('access'), projectId: id }),
  strictObject({ kind: literal('access'), userId: id }),
  strictObject({ kind: literal('comments'), projectId: id }),
  /** Who is there, or where they are. */
  strictObject({ kind: literal('people'), projectId: id }),
])

export type LiveEvent = z.infer<typeof eventSchema>

/** The event of a notification; undefined for what another version of the app may send. */
export function eventFrom(payload: string): LiveEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}
