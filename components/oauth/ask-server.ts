import { object, string } from 'zod'
import { becomeGuest } from '@/components/projects/become-guest'

/** What a route of ours refused, in its own words. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

let isVisitor = false
let guest: Promise<boolean> | undefined

/** The page was drawn for somebody without an account: the first request waits until there is a guest. */
export function beginAsVisitor(): void {
  isVisitor = true
}

/** One guest, however many requests ask for it at once; where none was made the next request tries again. */
async function oneGuest(): Promise<void> {
  guest ??= becomeGuest().catch(() => false)
  isVisitor = !(await guest)
  guest = undefined
}

const refusal = object({ error: object({ message: string() }) })

/**
 * Asks a route of the playground. A visitor without an account becomes a guest first and is asked for again. Throws `Refused` with a
 * sentence for people.
 */
export async function askServer<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const send = () =>
    fetch(`/api/oauth/${path}`, {
      method,
      cache: 'no-store',
      // Without a body too: it is what no form of another site can send.
      ...(method === 'POST' && { headers: { 'content-type': 'application/json' } }),
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refused('The server cannot be reached. Try again when the connection is back.', 0)
    })
  if (isVisitor) await oneGuest()
  let answer = await send()
  if (answer.status === 401 && (await becomeGuest().catch(() => false))) answer = await send()
  const value = answer.status === 204 ? undefined : await answer.json().catch(() => undefined)
  if (answer.ok) return value
  const said = refusal.safeParse(value).data?.error.message
  throw new Refused(
    said ?? `The server did not answer as it should (status ${answer.status}). Try again.`,
    answer.status,
  )
}
