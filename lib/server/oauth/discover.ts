import 'server-only'
import { metadataRequests } from '@/lib/oauth/discovery/metadata-requests'
import { readMetadata, type MetadataReading } from '@/lib/oauth/discovery/read-metadata'
import type { HttpAnswer } from '@/lib/oauth/http'
import type { Remark } from '@/lib/oauth/remark'
import { addressKeys, addressNames, type OAuthSettings } from '@/lib/oauth/settings'
import { safeFetch, unreachable } from '../safe-fetch'
import { answerText } from './answer-text'
import { limits } from './limits'

export type Discovered = { ok: true; reading: MetadataReading } | { ok: false; reason: string }

/** Looks for the metadata of an issuer where they may stand, and reads the first that can be used; else says what came from each place. */
export async function discover(issuer: string, settings: OAuthSettings): Promise<Discovered> {
  const asked = metadataRequests(issuer)
  if (!asked.ok) return asked
  const came: Remark[] = []
  const reasons: string[] = []
  for (const { request } of asked.requests) {
    const at = Date.now()
    const result = await safeFetch(request.url, { headers: Object.fromEntries(request.headers) }, limits.discovery)
    if (!result.ok) {
      reasons.push(result.reason)
      came.push({ verdict: 'fail', text: `${request.url}: ${result.reason}` })
      continue
    }
    const answer: HttpAnswer = {
      status: result.status,
      headers: result.headers,
      body: answerText(result),
      milliseconds: Date.now() - at,
    }
    const reading = readMetadata(asked.issuer, answer, settings, Math.floor(at / 1000))
    if (reading.settings) return { ok: true, reading: withReach(reading, reading.settings) }
    came.push(...reading.remarks.map((remark) => ({ ...remark, text: `${request.url}: ${remark.text}` })))
  }
  if (reasons.length < asked.requests.length) return { ok: true, reading: { scopes: [], remarks: came } }
  const urls = asked.requests.map(({ request }) => request.url)
  return { ok: false, reason: `${[...new Set(reasons)].join(' ')} Asked for ${urls.join(' and ')}.` }
}

/** The reading, with what it leads to that this server cannot ask. The authorization URL is opened by the browser of a person. */
function withReach(reading: MetadataReading, found: Partial<OAuthSettings>): MetadataReading {
  const beyond = addressKeys.flatMap((key): Remark[] => {
    const url = key === 'issuer' || key === 'authorizationUrl' ? undefined : found[key]
    const reason = url === undefined ? undefined : unreachable(url)
    if (reason === undefined) return []
    return [
      {
        verdict: 'fail',
        text: `The ${addressNames[key]} that the metadata name, ${url}, cannot be reached from here. ${reason}`,
        standard: 'RFC 8414 §2',
        remedy: 'A Dify beside that server may reach it; to try it here, its operator has to let it in.',
      },
    ]
  })
  return { ...reading, remarks: [...reading.remarks, ...beyond] }
}
