import { array, boolean, number, object, string, union, type z } from 'zod'

const path = array(union([string(), number()]))
const comment = object({
  id: string(),
  author: object({ id: string(), name: string() }).optional(),
  text: string(),
  createdAt: string(),
  editedAt: string().optional(),
})
const thread = object({
  id: string(),
  file: string(),
  place: object({ line: number(), lines: number(), field: path.optional(), changed: boolean() }).optional(),
  quote: string(),
  resolved: object({ by: string().optional(), at: string() }).optional(),
  comments: array(comment),
})
const threadsAnswer = object({
  revision: string(),
  threads: array(thread),
  you: object({ id: string(), mayComment: boolean(), mayRemove: boolean() }),
})
const peopleAnswer = object({ people: array(object({ id: string(), name: string() })) })

export type Thread = z.infer<typeof thread>
export type ThreadComment = z.infer<typeof comment>
export type Threads = z.infer<typeof threadsAnswer>
export type Named = z.infer<typeof peopleAnswer>['people'][number]

/** All threads of a project at their places in its head revision. */
export async function fetchThreads(projectId: string): Promise<Threads> {
  return threadsAnswer.parse(await (await ask(projectId, 'threads')).json())
}

/** Whom a comment can name. */
export async function fetchPeople(projectId: string): Promise<Named[]> {
  return peopleAnswer.parse(await (await ask(projectId, 'mentions')).json()).people
}

/** Sends something of the comments; throws with the sentence of the server. */
export async function ask(projectId: string, path: string, method = 'GET', body?: unknown): Promise<Response> {
  const response = await fetch(`/api/projects/${projectId}/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => undefined)
  if (response?.ok) return response
  const said = object({ error: object({ message: string() }) }).safeParse(await response?.json().catch(() => undefined))
  throw new Error(said.data?.error.message ?? 'The server did not answer: check the connection and try again.')
}

const escaped = (name: string) =>
  name.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`)

/** So many people can be named by one comment. */
const MOST_NAMED = 50

/** The people whom a text names: "@Ada" at the start of a word, all of it. A longer name is not also a shorter one that it begins with. */
export function mentionsIn(text: string, people: readonly Named[]): string[] {
  const named = new Set<string>()
  let rest = text
  for (const { name } of [...people].sort((one, other) => other.name.length - one.name.length)) {
    const written = new RegExp(`(?<![\\p{L}\\p{N}_.+-])@${escaped(name)}(?![\\p{L}\\p{N}_])`, 'gu')
    if (rest.search(written) < 0) continue
    named.add(name)
    rest = rest.replace(written, ' ')
  }
  return people
    .filter(({ name }) => named.has(name))
    .map(({ id }) => id)
    .slice(0, MOST_NAMED)
}

/** The name that is being typed at the end of a text, behind its @. */
export function openMention(text: string): string | undefined {
  return /(?:^|\s)@([^\s@][^@\n]{0,30}|)$/.exec(text)?.[1]
}
