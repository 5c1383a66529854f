import 'server-only'
import { metadataRequests } from '@/lib/oauth/discovery/metadata-requests'
import { readMetadata, type MetadataReading } from '@/lib/oauth/discovery/read-metadata'
import type { HttpAnswer, HttpRequest } from '@/lib/oauth/http'
import type { OAuthSettings } from '@/lib/oauth/settings'
import { safeFetch } from '../safe-fetch'
import { limits } from './perform-step'

export type Discovered = { ok: true; reading: MetadataReading; request: HttpRequest } | { ok: false; reason: string }

/** Looks for the metadata of an issuer where they may stand, and reads the first that there are. */
export async function discover(issuer: string, settings: OAuthSettings): Promise<Discovered> {
  const asked = metadataRequests(issuer)
  if (!asked.ok) return asked
  let last: Discovered = { ok: false, reason: 'The issuer could not be asked.' }
  for (const { request } of asked.requests) {
    const at = Date.now()
    const result = await safeFetch(request.url, { headers: Object.fromEntries(request.headers) }, limits)
    if (!result.ok) {
      if (!last.ok) last = result
      continue
    }
    const answer: HttpAnswer = {
      status: result.status,
      headers: result.headers,
      body: new TextDecoder().decode(result.body),
      milliseconds: Date.now() - at,
    }
    const reading = readMetadata(asked.issuer, answer, settings, Math.floor(at / 1000))
    last = { ok: true, reading, request }
    if (reading.settings) return last
  }
  return last
}
