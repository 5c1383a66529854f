import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of the request that is being answered. */
export interface RequestNote {
  /** Of this request, in its log line and its answer. */
  readonly id: string
  /** True when it came from this machine itself, and not through a proxy. */
  readonly local: boolean
  /** The path and query that were asked for. Anything can stand there. */
  readonly address?: string
  userId?: string
}

declare global {
  /** One for the process: modules can be loaded twice. */
  var plugwrightRequests: AsyncLocalStorage<RequestNote> | undefined
}

export const requestNotes = (): AsyncLocalStorage<RequestNote> =>
  (globalThis.plugwrightRequests ??= new AsyncLocalStorage())

/** Of the request that is being answered; undefined outside of one. */
export function requestNote(): RequestNote | undefined {
  return requestNotes().getStore()
}

/** Notes who sent it, for the log. */
export function noteUser(userId: string): void {
  const note = requestNote()
  if (note) note.userId = userId
}
