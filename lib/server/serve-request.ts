import 'server-only'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { environment } from './environment'
import { host, type Host } from './host'
import { logLine, logsRequests } from './log'
import { countOne, noteSeconds, setGauge } from './metrics'
import { requestNotes, type RequestNote } from './request-note'
import { routePattern } from './route-pattern'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']
const loopback = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/
const ownNames = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

/**
 * Stands around every answer of this process: gives the request its id, drops what nobody vouches for, and when the answer is sent
 * writes it down and counts it.
 */
export const serveRequest: NonNullable<Host['serve']> = (request, response, answer) => {
  const began = performance.now()
  const note: RequestNote = { id: idOf(request), local: isLocal(request), address: request.url }
  // Anybody can send it; Next then puts the address of the socket there (network-address.ts).
  if (!environment().trustProxy) delete request.headers['x-forwarded-for']
  request.headers['x-request-id'] = note.id
  response.setHeader('X-Request-Id', note.id)
  if (environment().origin.startsWith('https:')) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  if (host().stopping) response.setHeader('Connection', 'close')
  underWay.add(response)
  response.once('close', () => {
    underWay.delete(response)
    noteAnswer(request, response, note, performance.now() - began)
  })
  return requestNotes().run(note, () => answer(request, response))
}

const underWay = new Set<ServerResponse>()
setGauge('plugwright_requests_in_flight', () => underWay.size)

function noteAnswer(request: IncomingMessage, response: ServerResponse, note: RequestNote, milliseconds: number): void {
  const [path = '/'] = (request.url ?? '/').split('?')
  const route = routePattern(path)
  const method = methods.includes(request.method ?? '') ? String(request.method) : 'other'
  // 499, as nginx has it: whoever asked did not wait for the answer
  const status = response.writableFinished || response.headersSent ? response.statusCode : 499
  const streams = String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')
  countOne('plugwright_requests_total', { method, route, status: String(status) })
  if (!streams) noteSeconds('plugwright_request_seconds', { route }, milliseconds / 1000)
  if (!logsRequests() || (route === '/_next/*' && status < 400)) return
  const { id, userId } = note
  logLine({ level: 'info', id, method, route, status, milliseconds: Math.round(milliseconds * 10) / 10, user: userId })
}

/** The id that a proxy gave, where it is one that can stand in a log. */
function idOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
}

/** A proxy of this machine that adds no header looks like the machine itself, so where people may come through one nobody is. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  const { trustProxy, origin } = environment()
  return (
    !trustProxy &&
    ownNames.test(new URL(origin).host) &&
    loopback.test(socket.remoteAddress ?? '') &&
    ownNames.test(headers.host ?? '') &&
    forwarding.every((name) => headers[name] === undefined)
  )
}
