import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { contentPolicy } from '@/lib/server/content-policy'
import { isFromOwnOrigin } from '@/lib/server/own-origin'

/**
 * Stands before every page and whatever else is no route. Gives it a policy with a nonce of its own, which Next reads from the request
 * and puts on its scripts, and refuses a server action that another site sends: Next itself lets one pass that names no origin. A slash
 * at the end is taken off.
 */
export function proxy(request: NextRequest): Response {
  if (!['GET', 'HEAD'].includes(request.method) && !isFromOwnOrigin(request)) {
    return new Response('Send this from Plugwright itself: the request names another site as its origin.', {
      status: 403,
    })
  }
  const { pathname, search } = new URL(request.url)
  // Two slashes at the beginning would name another host.
  const plain = `/${pathname.replace(/^\/+|\/+$/g, '')}`
  if (plain !== pathname) return NextResponse.redirect(new URL(plain + search, request.url), 308)
  const nonce = randomBytes(16).toString('base64')
  const policy = contentPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('X-Nonce', nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/**
 * Everything but routes, each by its whole name, and what the build made: those have headers of their own (next.config.mjs,
 * lib/server/static-page.ts), and routes have larger bodies than Next hands through here. A page is covered whatever its address ends
 * with: Next runs the actions of a page at `/teams/x.png` too.
 */
export const config = {
  matcher:
    '/((?!api/|_next/static/|practice/|(?:metrics|share|oauth/callback|console/api/oauth/plugin/[^/]+/[^/]+/[^/]+/[^/]+/callback)/?$).*)',
}
