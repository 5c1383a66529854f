import 'server-only'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import inject from 'light-my-request'
import { practicePath } from '@/lib/oauth/practice'
import { environment } from '../environment'
import { readText } from '../route'
import { answerConsent } from './consent'
import { practiceProvider } from './provider'
import { withFailure, type PracticeRequest } from './with-failure'

/** Forms of an authorization server are small. */
const bodyLimit = 64 * 1024

/** Whether the practice provider is on: where one machine serves itself, else where the operator says so. */
export function practiceIsOn(): boolean {
  return environment().practice
}

/** Answers a request below the practice provider's path, and lets go wrong what the client asks for. */
export async function answerPractice(request: Request): Promise<Response> {
  const body = request.method === 'POST' ? await readText(request, bodyLimit) : ''
  if (body === undefined) return new Response('Send less.', { status: 413 })
  const { pathname, search } = new URL(request.url)
  const path = pathname.slice(practicePath.length)
  return withFailure({ method: request.method, path, search, headers: headersOf(request), body }, forward)
}

/** oidc-provider speaks node's requests; this is the one place that adapts. */
async function forward({ method, path, search, headers, body }: PracticeRequest): Promise<Response> {
  const provider = await practiceProvider()
  const answer = provider.callback()
  const dispatch = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    Object.assign(incoming, { originalUrl: practicePath + (incoming.url ?? '') })
    if (!incoming.url?.startsWith('/consent/')) return void answer(incoming, outgoing)
    answerConsent(provider, incoming, outgoing).catch((error: unknown) => {
      outgoing.statusCode = 400
      outgoing.end(error instanceof Error ? error.message : '')
    })
  }
  const result = await inject(dispatch, { method, url: path + search, headers, payload: body })
  const out = new Headers()
  for (const [name, value] of Object.entries(result.headers))
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) out.append(name, String(each))
  const empty = [204, 303, 302, 304].includes(result.statusCode)
  return new Response(empty ? null : new Uint8Array(result.rawPayload), { status: result.statusCode, headers: out })
}

/** As the browser sent them; what a proxy says of the origin comes from the environment alone. */
function headersOf(request: Request): OutgoingHttpHeaders {
  const { host, protocol } = new URL(environment().origin)
  // The body may be another by the time it arrives.
  const dropped = /^(?:x-forwarded-.*|content-length|transfer-encoding)$/
  const given = [...request.headers].filter(([name]) => !dropped.test(name))
  return {
    ...Object.fromEntries(given),
    host,
    'x-forwarded-proto': protocol.replace(':', ''),
  }
}
