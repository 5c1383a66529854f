import 'server-only'
import { environment } from './environment'
import { countOne } from './metrics'
import { requestNote } from './request-note'

type Fields = Readonly<Record<string, string | number | boolean | undefined>>

/** One line of JSON on the standard output. Never a secret: no query, no body, no path with an id that opens something. */
export function logLine(fields: Fields): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...fields })}\n`)
}

/** Whether requests are written down: by default where nobody sits in front of it. */
export function logsRequests(): boolean {
  return environment().logRequests ?? !process.stdout.isTTY
}

/** Says what failed by a fault of the server, with the request that it failed in. */
export function logFault(what: string, error: unknown, fields: Fields = {}): void {
  countOne('plugwright_errors_total')
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const level = 'error'
  console.error(
    JSON.stringify({ time: new Date().toISOString(), level, id: requestNote()?.id, what, ...fields, reason }),
  )
}
