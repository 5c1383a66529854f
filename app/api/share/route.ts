import { object, string } from 'zod'
import { currentUser } from '@/lib/server/access'
import { networkAddress } from '@/lib/server/network-address'
import { requireRate } from '@/lib/server/require-rate'
import { readBody, refuse, route } from '@/lib/server/route'
import { sessionCookie } from '@/lib/server/session-cookie'
import { openLink, type Opened } from '@/lib/server/share/open-link'

const bodySchema = object({ token: string().max(1_000), password: string().max(1_000).optional() })
const bodyLimit = { bytes: 16 * 1024, said: 'a share link and its password hold 16 KiB at most' }

const refusals: Readonly<Record<(Opened & { ok: false })['reason'], readonly [status: number, message: string]>> = {
  gone: [404, 'This link does not work any more: ask for a new one.'],
  'password-needed': [401, 'This link has a password: type it to go on.'],
  'password-wrong': [401, 'Try again: this is not the password of the link.'],
  'too-many': [429, 'Wait 15 minutes and try again: too many links or passwords from this network were wrong.'],
}

/** Takes a share link for a cookie. A visitor becomes a guest by it; the token comes here once and goes nowhere. */
export const POST = route(async (request) => {
  const read = await readBody(request, bodySchema, bodyLimit)
  if (!read.ok) return read.response
  const user = await currentUser()
  const address = networkAddress(request.headers)
  if (!user) await requireRate('guests', request)
  const opened = await openLink({
    ...read.body,
    user,
    address,
    userAgent: request.headers.get('user-agent') ?? '',
  })
  if (!opened.ok) return refuse(...refusals[opened.reason], { reason: opened.reason })
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (opened.sessionId !== undefined) headers.append('Set-Cookie', await sessionCookie(opened.sessionId))
  return Response.json({ projectId: opened.projectId }, { headers })
})
