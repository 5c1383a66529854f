import 'server-only'
import type { z } from 'zod'
import { isUnstorable } from './is-unstorable'
import type { OverLimit } from './limits'
import { logFault } from './log'
import { isFromOwnOrigin } from './own-origin'
import { requestNote } from './request-note'
import { TooOften } from './require-rate'

interface BodyLimit {
  bytes: number
  /** What is told of it. */
  said: string
  /** Counts the bytes of a body: before any of it is read, where the request says how long it is. */
  count?: (bytes: number) => Promise<void>
}

/** The largest request: 50 MiB of files as base64, and some room. */
export const pluginLimit: BodyLimit = { bytes: 80 * 1024 * 1024, said: 'a plugin holds 50 MiB at most' }

/** The largest comment with the names in it, and some room. */
export const commentLimit: BodyLimit = { bytes: 128 * 1024, said: 'a comment has 10,000 characters at most' }

interface Context {
  params: Promise<Record<string, string>>
}

/** The sender went away before the whole body was here: no fault of the server. */
class BrokenOff extends Error {}

type Handler = (request: Request, params: Record<string, string>) => Promise<Response>

/**
 * Wraps a route handler: a mutating request must come from our own pages and, where a form could send it too, say that it is JSON,
 * which no form can. What the guards throw becomes JSON here: 401 for a visitor, 404 for what is not there or not theirs, 429 for whoever
 * passed a limit.
 */
export function route(handler: Handler): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    if (!['GET', 'HEAD'].includes(request.method) && !isFromOwnOrigin(request)) {
      return refuse(403, 'Send this from Plugwright itself: the request names another site as its origin.')
    }
    if (request.method === 'POST' && !isJson(request)) {
      return refuse(415, 'Send the header Content-Type: application/json, without a body too.')
    }
    try {
      return await handler(request, await context.params)
    } catch (error) {
      if (error instanceof TooOften) return refuseFor(error.over)
      if (error instanceof BrokenOff) return refuse(400, 'Send this again: the body of the request broke off.')
      const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : ''
      if (digest.startsWith('NEXT_REDIRECT')) return refuse(401, 'Sign in first, as a guest or with your account.')
      if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404'))
        return refuse(404, 'There is no such project, or it is not shared with you.')
      if (digest !== '') throw error
      if (isUnstorable(error)) return refuse(422, 'Leave out the characters that no text can hold, such as NUL.')
      if (!globalThis.plugwrightStopping) logFault(`${request.method} failed`, error)
      return refuse(500, 'Try again: the server failed, and nothing was changed.', { request: requestNote()?.id })
    }
  }
}

/** An error as every route answers it. `more` stands beside it. */
export function refuse(status: number, message: string, more: Record<string, unknown> = {}): Response {
  return Response.json({ error: { message }, ...more }, { status })
}

/** The answer to whoever passed a limit (RFC 6585 section 4, RFC 9110 section 10.2.3). */
export function refuseFor({ message, seconds }: OverLimit): Response {
  const response = refuse(429, message)
  response.headers.set('Retry-After', String(seconds))
  return response
}

export type Body<T> = { ok: true; body: T } | { ok: false; response: Response }

/** Reads a JSON body within the limit and checks its form. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>, limit: BodyLimit): Promise<Body<T>> {
  const text = await readText(request, limit.bytes, limit.count)
  if (text === undefined) return { ok: false, response: refuse(413, `Send less at once: ${limit.said}.`) }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, response: refuse(422, 'Send JSON: the body of the request cannot be read.') }
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { ok: true, body: parsed.data }
  const issue = deepest(parsed.error.issues)
  const place = issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  return { ok: false, response: refuse(422, `${place}${issue.message}`) }
}

/** The most telling issue: of a union, that of the branch that came furthest. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const [first] = issues
  if (!first) throw new Error('A refused body without an issue.')
  if (first.code !== 'invalid_union') return first
  const inner = first.errors.filter((branch) => branch.length > 0).sort((one, other) => one.length - other.length)[0]
  return inner ? { ...deepest(inner), path: [...first.path, ...deepest(inner).path] } : first
}

/** The body of a request as text; undefined when it is larger than `limit` bytes, whatever its Content-Length says. */
export async function readText(
  request: Request,
  limit: number,
  count?: BodyLimit['count'],
): Promise<string | undefined> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limit) return undefined
  if (declared) await count?.(declared)
  const parts: Uint8Array[] = []
  let size = 0
  for (const reader = request.body?.getReader(); reader;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new BrokenOff('The body broke off.', { cause: error })
    })
    if (done) break
    size += value.length
    if (size > limit) {
      await reader.cancel()
      return undefined
    }
    parts.push(value)
  }
  if (!declared) await count?.(size)
  return Buffer.concat(parts).toString('utf8')
}

/** A browser asks before it sends this for another site; forms can send three other types only. */
function isJson(request: Request): boolean {
  return /^application\/json(?:\s*;|$)/i.test(request.headers.get('content-type')?.trim() ?? '')
}
