import 'server-only'
import { environment } from './environment'

/** The origin under which the browser has this page: the public one, or another name of this machine. */
export function ownOrigin(headers: Headers): string {
  const { origin } = environment()
  const host = headers.get('host')
  return host === null || host === new URL(origin).host ? origin : `http://${host}`
}
