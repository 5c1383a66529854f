import { changesSchema, type Change } from '@/lib/plugin/changes'
import { literal, object, array, string, boolean, union } from 'zod'

/** What the server answered to a save. */
export type Sent =
  | { readonly kind: 'saved'; readonly revision: string; readonly changes: readonly Change[] }
  | {
      readonly kind: 'conflict'
      readonly revision: string
      readonly files: readonly Change[]
      readonly conflicts: readonly { path: string; reason: string }[]
    }
  /** It will not be better by trying again. */
  | { readonly kind: 'refused'; readonly reason: string }

export interface Save {
  readonly base: string
  readonly changes: readonly Change[]
  /** Names this save, so that one sent twice is done once. */
  readonly save: string
  readonly restores?: { readonly revision: string; readonly path?: string }
}

const saved = object({ revision: string(), merged: boolean(), changes: changesSchema.optional() })
const conflict = object({
  head: object({ revision: string(), files: changesSchema }),
  conflicts: array(object({ path: string(), reason: string() })),
})
const refusal = union([object({ error: object({ message: string() }) }), literal(null)])

/** A save that is answered later than this is sent again: a connection that went to sleep never answers. Large ones take their time. */
const PATIENCE_MS = 30_000
const SLOWEST_PER_MS = 10

/** The server has had enough of these saves for now: when it takes the next one, in its own words and in seconds. */
export class OverLimit extends Error {
  constructor(
    message: string,
    readonly seconds: number,
  ) {
    super(message)
  }
}

/** Sends changed files. Throws where another try may help: no network, or a server that is not well. */
export async function sendChanges(projectId: string, body: Save, options: { keepalive?: boolean } = {}): Promise<Sent> {
  const text = JSON.stringify(body)
  const response = await fetch(`/api/projects/${projectId}/revisions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: text,
    keepalive: options.keepalive ?? false,
    signal: AbortSignal.timeout(PATIENCE_MS + text.length / SLOWEST_PER_MS),
  })
  if (response.status >= 500) throw new Error(`The server answered ${response.status}.`)
  const answer: unknown = await response.json().catch(() => null)
  if (response.status === 429) {
    const message = refusal.safeParse(answer).data?.error.message ?? 'Too many saves: the next one waits a little.'
    throw new OverLimit(message, Number(response.headers.get('Retry-After')) || 5)
  }
  if (response.ok) {
    const { revision, changes = [] } = saved.parse(answer)
    return { kind: 'saved', revision, changes }
  }
  if (response.status === 409) {
    const { head, conflicts } = conflict.parse(answer)
    return { kind: 'conflict', revision: head.revision, files: head.files, conflicts }
  }
  return { kind: 'refused', reason: reasonOf(response.status, refusal.safeParse(answer).data?.error.message) }
}

function reasonOf(status: number, message: string | undefined): string {
  if (status === 401) return 'You were signed out. Sign in again in another tab, then try again.'
  if (status === 404) return 'This plugin is gone, or no longer shared with you for editing.'
  return message ?? `The server answered ${status}.`
}
