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
