import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { environment } from './environment'
import { requestNote } from './request-note'

/** True for a request of this machine itself where no proxy is set up, and where the operator set a token, for those that carry it. */
export function mayReadMetrics(headers: Headers, token = environment().metricsToken): boolean {
  if (requestNote()?.local) return true
  const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1]
  return token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
