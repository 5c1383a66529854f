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
}

const saved = object({ revision: string(), merged: boolean(), changes: changesSchema.optional() })
const conflict = object({
  head: object({ revision: string(), files: changesSchema }),
  conflicts: array(object({ path: string(), reason: string() })),
})
const refusal = union([object({ error: object({ message: string() }) }), literal(null)])

/** Sends changed files. Throws where another try may help: no network, or a server that is not well. */
export async function sendChanges(projectId: string, body: Save, options: { keepalive?: boolean } = {}): Promise<Sent> {
  const response = await fetch(`/api/projects/${projectId}/revisions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: options.keepalive ?? false,
  })
  if (response.status >= 500) throw new Error(`The server answered ${response.status}.`)
  const answer: unknown = await response.json().catch(() => null)
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
