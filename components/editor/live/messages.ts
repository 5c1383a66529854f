import { array, literal, number, object, string, union, enum as oneOf, type z } from 'zod'

const personSchema = object({
  userId: string(),
  name: string(),
  /** A file and, as a JSON pointer, a field of it. */
  place: object({ file: string(), at: string() }),
  tabs: number(),
})
const role = oneOf(['view', 'comment', 'edit', 'own'])

/** Somebody who has the plugin open. */
export type Person = z.infer<typeof personSchema>
export type Role = z.infer<typeof role>

const messageSchema = union([
  object({ kind: literal('head'), projectId: string(), revision: string(), role }),
  object({ kind: literal('people'), projectId: string(), people: array(personSchema) }),
  object({ kind: literal('comments'), projectId: string() }),
  /** Not shared any more, or not there. */
  object({ kind: literal('gone'), projectId: string() }),
  /** Something may have been missed. */
  object({ kind: literal('again') }),
  object({ kind: literal('signed-out') }),
])

/** What the server tells open pages, see lib/server/events. */
export type Message = z.infer<typeof messageSchema>

/** The answer to a beat. */
export const beatAnswer = object({ you: string(), revision: string(), role, people: array(personSchema) })

/** A message of the stream, `event: …` and `data: …` on lines; undefined for comments and what a newer server may say. */
export function messageFrom(text: string): Message | undefined {
  const lines = text.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line))
  const value = (name: string) => lines.find((line) => line?.[1] === name)?.[2]
  const [kind, data] = [value('event'), value('data')]
  if (kind === undefined || data === undefined) return undefined
  try {
    const parsed: unknown = JSON.parse(data)
    return messageSchema.safeParse(typeof parsed === 'object' ? { ...parsed, kind } : parsed).data
  } catch {
    return undefined
  }
}
