import { array, boolean, enum as oneOf, number, object, string, unknown, type z } from 'zod'

const link = object({
  id: string(),
  role: oneOf(['view', 'comment', 'edit']),
  label: string(),
  download: boolean(),
  hasPassword: boolean(),
  maxUses: number().optional(),
  uses: number(),
  state: oneOf(['live', 'revoked', 'expired', 'used-up']),
  by: string().optional(),
  createdAt: string(),
  expiresAt: string().optional(),
})
const person = object({
  id: string(),
  name: string(),
  guest: boolean(),
  role: oneOf(['view', 'comment', 'edit', 'own']),
  team: string().optional(),
  link: string().optional(),
})
const shared = object({ links: array(link), people: array(person) })
const made = object({ id: string(), token: string() })
const copied = object({ id: string() })
const nothing = unknown()
const refusal = object({ error: object({ message: string() }) })

export type SharedLink = z.infer<typeof link>
export type PersonWithAccess = z.infer<typeof person>
export type Shared = z.infer<typeof shared>
export type Role = SharedLink['role']

/** What a new link allows; the server checks it. */
export interface NewLink {
  role: Role
  label: string
  days?: number
  password?: string
  maxUses?: number
  download: boolean
}

export type Answer<T> = { ok: true; value: T } | { ok: false; reason: string }

/** The links of a project and who has access to it. */
export const loadShared = (projectId: string) => ask(`${projectId}/links`, 'GET', shared)

/** Makes a link; the answer has its token this once. */
export const makeLink = (projectId: string, input: NewLink) => ask(`${projectId}/links`, 'POST', made, input)

/** Ends a link for good. */
export const revokeLink = (projectId: string, linkId: string) => ask(`${projectId}/links/${linkId}`, 'DELETE', nothing)

/** A copy of a project that belongs to who asks. */
export const copyProject = (projectId: string) => ask(`${projectId}/copies`, 'POST', copied, {})

/** Takes a project that came by a link off one's list. */
export const leaveShared = (projectId: string) => ask(`${projectId}/grant`, 'DELETE', nothing)

async function ask<T>(path: string, method: string, schema: z.ZodType<T>, body?: unknown): Promise<Answer<T>> {
  const response = await fetch(`/api/projects/${path}`, {
    method,
    cache: 'no-store',
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => undefined)
  if (!response) return { ok: false, reason: 'The server cannot be reached. Try again when the connection is back.' }
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { ok: true, value: schema.parse(answer) }
  const said = refusal.safeParse(answer).data?.error.message
  return { ok: false, reason: said ?? `The server answered ${response.status}. Try again in a moment.` }
}
