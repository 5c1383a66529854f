import 'server-only'
import { environment } from './environment'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** The origin under which the browser has this page: the public one or, on this machine, another of its own names. */
export function ownOrigin(headers: Headers): string {
  const own = new URL(environment().origin)
  const host = headers.get('host') ?? ''
  const other = URL.canParse(`${own.protocol}//${host}`) ? new URL(`${own.protocol}//${host}`) : own
  const isAlias = loopback.includes(own.hostname) && loopback.includes(other.hostname) && other.port === own.port
  return isAlias ? other.origin : own.origin
}

/** True for a request of our own pages. Browsers name the origin of every mutating request, and newer ones how near its sender is. */
export function isFromOwnOrigin({ headers }: { headers: Headers }): boolean {
  if ((headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin') return false
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  const { host, origin: clean } = new URL(origin)
  return clean === environment().origin || host === headers.get('host')
}
