import 'server-only'
import { environment } from './environment'

/**
 * The network address that a request came from, empty where nobody tells. serve-request.ts drops an X-Forwarded-For that came from
 * outside, and Next puts the socket's address in its place; behind a trusted proxy the last entry is the one that the proxy wrote.
 */
export function networkAddress(headers: Headers, trustProxy = environment().trustProxy): string {
  const entries = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim())
  return (trustProxy ? entries.at(-1) : entries[0]) ?? ''
}
