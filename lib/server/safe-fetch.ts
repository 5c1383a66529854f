import 'server-only'
import { lookup as resolveHost } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, fetch, type Response } from 'undici'
import { practicePath } from '@/lib/oauth/practice'
import { environment } from './environment'
import { isPublicAddress } from './public-address'

export interface SafeRequest {
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: string
}

export interface SafeAnswer {
  ok: true
  /** Where the answer came from, after redirects. */
  url: string
  status: number
  headers: [string, string][]
  body: Uint8Array
}

export type SafeResult = SafeAnswer | { ok: false; reason: string }

export interface SafeLimits {
  /** Of the whole, redirects included. */
  milliseconds: number
  /** Of finding and connecting to a server, within the whole. */
  connectMilliseconds: number
  /** Of an answer, uncompressed. */
  bytes: number
  redirects: number
}

const defaults: SafeLimits = { milliseconds: 10_000, connectMilliseconds: 5_000, bytes: 1024 * 1024, redirects: 0 }

/**
 * The only way to a URL that a user typed. Reaches public addresses by https, and `PLUGWRIGHT_FETCH_ALLOW`; connects to the very
 * address that was checked; follows no redirect of a request that carries a secret and none to another host, and checks every other
 * anew. The reason of a refusal names the host, never what the request carried.
 */
export async function safeFetch(
  url: string,
  request: SafeRequest = {},
  limits: Partial<SafeLimits> = {},
): Promise<SafeResult> {
  const all = { ...defaults, ...limits }
  const { milliseconds, redirects } = all
  const signal = AbortSignal.timeout(milliseconds)
  let target = url
  for (let hop = 0; hop <= redirects; hop += 1) {
    const checked = checkUrl(target)
    if (!checked.ok) return checked
    const result = await once(checked, request, signal, all)
    if (!result.ok)
      return result.timedOut
        ? { ok: false, reason: `${checked.url.host} took longer than ${milliseconds / 1000} s.` }
        : result
    const location = result.headers.find(([name]) => name === 'location')?.[1]
    if (result.status < 300 || result.status > 399 || location === undefined || carriesSecret(request)) return result
    if (!URL.canParse(location, target))
      return { ok: false, reason: `${checked.url.host} redirects to what is no URL.` }
    const next = new URL(location, target)
    if (next.host !== checked.url.host)
      return { ok: false, reason: `${checked.url.host} sends the request on to another server, which is not followed.` }
    target = next.href
  }
  return { ok: false, reason: `More than ${redirects} redirects of ${new URL(target).host}.` }
}

/** Why an address cannot be fetched whatever answers there, in a sentence: the look that `safeFetch` takes before it connects. */
export function unreachable(url: string): string | undefined {
  const checked = checkUrl(url)
  return checked.ok ? undefined : checked.reason
}

/** Whether a redirect could take something along that is meant for the first server only. */
function carriesSecret({ method = 'GET', headers = {}, body }: SafeRequest): boolean {
  const harmless = ['accept', 'accept-language', 'user-agent']
  return (
    method === 'POST' ||
    body !== undefined ||
    Object.keys(headers).some((name) => !harmless.includes(name.toLowerCase()))
  )
}

type Checked = { ok: true; url: URL; allowed: boolean } | { ok: false; reason: string }

function checkUrl(text: string): Checked {
  if (!URL.canParse(text)) return { ok: false, reason: 'Give a whole URL, like https://example.com/oauth/token.' }
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { ok: false, reason: `Use https: ${url.protocol} is not fetched.` }
  if (url.username || url.password)
    return { ok: false, reason: `Take the user name and password out of the URL of ${url.host}.` }
  if (url.hash) return { ok: false, reason: `Take what follows # out of the URL of ${url.host}: it is not sent.` }
  const { fetchAllow, origin, practice } = environment()
  if (practice && url.origin === origin && url.pathname.startsWith(`${practicePath}/`))
    return { ok: true, url, allowed: true }
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const allowed = fetchAllow.has(`${url.hostname}:${port}`)
  if (allowed) return { ok: true, url, allowed }
  if (url.protocol === 'http:')
    return { ok: false, reason: `Use https: ${url.host} would get the request where everyone can read it.` }
  if (url.origin === origin)
    return { ok: false, reason: 'Give the URL of another server: this one is Plugwright itself.' }
  if (isLocalName(url.hostname)) return { ok: false, reason: notPublic(url.hostname) }
  if (url.hostname.endsWith('.')) return { ok: false, reason: `Take the dot off the end of ${url.hostname}` }
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !isPublicAddress(literal)) return { ok: false, reason: notPublic(url.hostname) }
  if (url.port !== '')
    return { ok: false, reason: `Use port 443: the operator can allow ${url.host} by PLUGWRIGHT_FETCH_ALLOW.` }
  return { ok: true, url, allowed }
}

/** Names that no public DNS should answer, or that mean another machine on each network. */
function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/\.+$/, '')
  return !/[.:]/.test(name) || /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/.test(name)
}

class NotPublicError extends Error {}

/** Resolves a name, refuses when any of its addresses is not public, and gives the connection exactly these. */
const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolveHost(hostname, { all: true, hints: options.hints }, (error, addresses) => {
    if (error) return done(error, '')
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return done(new NotPublicError(notPublic(hostname)), '')
    if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}

type Once = SafeAnswer | { ok: false; reason: string; timedOut?: boolean }

async function once(
  { url, allowed }: { url: URL; allowed: boolean },
  request: SafeRequest,
  signal: AbortSignal,
  { bytes, connectMilliseconds: timeout }: SafeLimits,
): Promise<Once> {
  const agent = new Agent({ connect: allowed ? { timeout } : { timeout, lookup: lookupPublic }, pipelining: 0 })
  try {
    const { method = 'GET', headers = {}, body } = request
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal, dispatcher: agent })
    const content = await readLimited(response, bytes)
    if (!content) return { ok: false, reason: `${url.host} answered more than ${bytes} bytes.` }
    return { ok: true, url: url.href, status: response.status, headers: [...response.headers], body: content }
  } catch (error) {
    if (signal.aborted) return { ok: false, reason: '', timedOut: true }
    return { ok: false, reason: reasonOf(error, url.host, timeout) }
  } finally {
    await agent.destroy()
  }
}

async function readLimited(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    if (!(part instanceof Uint8Array)) continue
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

function reasonOf(error: unknown, host: string, connectMilliseconds: number): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof NotPublicError) return cause.message
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      return `${host} has no address: check the spelling, and the network of this machine.`
    if (code === 'ECONNREFUSED') return `${host} refuses connections: no server listens there.`
    if (code === 'UND_ERR_CONNECT_TIMEOUT')
      return `${host} did not take the connection within ${connectMilliseconds / 1000} s.`
    if (code !== undefined && /^(?:Z_|ERR__)/.test(code))
      return `${host} sent an answer that cannot be unpacked (${code}).`
    if (code?.startsWith('UND_ERR_') || code?.startsWith('E') || code?.includes('CERT'))
      return `The connection to ${host} failed (${code}).`
  }
  return `The connection to ${host} failed.`
}

function notPublic(host: string): string {
  return `${host} is not on the public internet. The operator can allow it by PLUGWRIGHT_FETCH_ALLOW.`
}
