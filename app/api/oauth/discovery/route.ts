import { object, string } from 'zod'
import { oauthSettings } from '@/lib/oauth/settings'
import { networkAddress } from '@/lib/server/network-address'
import { tooManyClicks } from '@/lib/server/oauth/clicks'
import { discover } from '@/lib/server/oauth/discover'
import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { readBody, refuse, route } from '@/lib/server/route'

const asked = object({ issuer: string().max(2000), settings: oauthSettings })

/** What an authorization server says of itself (RFC 8414, OpenID Connect Discovery), read into settings. */
export const POST = route(async (request) => {
  const { userId } = await requireFlowOwner()
  const read = await readBody(request, asked)
  if (!read.ok) return read.response
  const wait = await tooManyClicks(userId, networkAddress(request.headers))
  if (wait !== undefined) return refuse(429, wait)
  const found = await discover(read.body.issuer, read.body.settings)
  return found.ok ? Response.json(found) : refuse(422, found.reason)
})
