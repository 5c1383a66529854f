import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** What scripts/start.mjs, which holds the sockets, and the app in it share. */
export interface Host {
  /** True from the moment the server was told to stop. */
  stopping: boolean
  /** Done at once when the server is told to stop. */
  stops: Set<() => unknown>
  /** Done after the last answer. */
  ends: Set<() => unknown>
  /** Stands around every answer, once the app is there. */
  serve?: (request: IncomingMessage, response: ServerResponse, answer: Answer) => unknown
}

declare global {
  var plugwrightHost: Host | undefined
}

/** That of this process; one of its own where something else than scripts/start.mjs runs the app. */
export function host(): Host {
  return (globalThis.plugwrightHost ??= { stopping: false, stops: new Set(), ends: new Set() })
}

/**
 * Does this at once when the server is told to stop, before it waits for the answers under way: whatever would stay open, like an event
 * stream, must end here. Gives the way to take it back.
 */
export function onStop(work: () => unknown): () => void {
  host().stops.add(work)
  return () => void host().stops.delete(work)
}
