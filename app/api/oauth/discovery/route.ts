import { object, string } from 'zod'
import { oauthSettings } from '@/lib/oauth/settings'
import { clickRoute, readClick } from '@/lib/server/oauth/click-route'
import { discover } from '@/lib/server/oauth/discover'
import { refuse } from '@/lib/server/route'

const asked = object({ issuer: string().max(2000), settings: oauthSettings })

/** What an authorization server says of itself (RFC 8414, OpenID Connect Discovery), read into settings. */
export const POST = clickRoute(async (click) => {
  const read = await readClick(click, asked)
  if (!read.ok) return read.response
  const found = await discover(read.body.issuer, read.body.settings)
  return found.ok ? Response.json(found) : refuse(422, found.reason)
})
