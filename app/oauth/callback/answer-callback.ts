import { currentUser } from '@/lib/server/access'
import { cookieNameOf, cookiePrefix } from '@/lib/server/oauth/flows'
import { ownOrigin } from '@/lib/server/own-origin'
import { noteStrayCallback, receiveCallback } from '@/lib/server/oauth/receive-callback'
import { callbackPage } from './callback-page'

/** Answers the browser that a service sent back to us. Anybody may come here: who began no sign-in changes nothing. */
export async function answerCallback(request: Request): Promise<Response> {
  // `request.url` names the host that the server listens on.
  const { pathname, search } = new URL(request.url)
  const url = ownOrigin(request.headers) + pathname + search
  const user = await currentUser()
  const state = new URL(url).searchParams.get('state') ?? ''
  const cookie = cookieOf(request, cookieNameOf(state))
  const own = user && cookie ? await receiveCallback(user.id, url, cookie) : 'unknown'
  const received = user && own === 'unknown' ? await noteStrayCallback(user.id, url, waitingCookies(request)) : own
  const response = callbackPage(received, url)
  if (own !== 'unknown') response.headers.append('Set-Cookie', `${cookieNameOf(state)}=; Path=/; Max-Age=0`)
  return response
}

function cookieOf(request: Request, name: string): string | undefined {
  return cookiesOf(request)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

/** What this browser holds of sign-ins that it began. */
function waitingCookies(request: Request): string[] {
  return cookiesOf(request).flatMap((pair) =>
    pair.startsWith(cookiePrefix) ? [pair.slice(pair.indexOf('=') + 1)] : [],
  )
}

function cookiesOf(request: Request): string[] {
  return (request.headers.get('cookie') ?? '').split(/;\s*/)
}
